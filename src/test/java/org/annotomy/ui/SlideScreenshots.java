package org.annotomy.ui;

import java.awt.Dialog;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Window;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.imageio.ImageIO;

import org.annotomy.geometry.Point;
import org.annotomy.image.ImageReaders;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.session.Marking;
import org.annotomy.imagej.session.Protocols;
import org.annotomy.imagej.session.SessionOpener;
import org.annotomy.imagej.session.SessionOptions;
import org.annotomy.imagej.slide.SlideCanvas;
import org.annotomy.imagej.slide.SlideImage;
import org.annotomy.sample.histology.HistologySlide;
import org.annotomy.slide.PixelKind;
import org.annotomy.slide.PyramidLevel;
import org.annotomy.slide.Slide;
import org.annotomy.slide.SlideChannel;
import org.annotomy.slide.SlideFacts;
import org.annotomy.slide.Tile;
import org.annotomy.slide.TileAddress;
import org.annotomy.slide.render.StainSet;
import org.annotomy.store.StoreOptions;
import org.annotomy.task.Progress;
import org.annotomy.ui.desk.Desk;

import ij.IJ;
import ij.ImageJ;
import ij.gui.OvalRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;

/** Makes the pictures of docs/slides.md from the sample slide. Needs a display. */
public final class SlideScreenshots {

	private static final int SETTLE_MS = 800;

	private final Path images;
	private final Path work;
	private final Robot robot = new Robot();

	private SlideScreenshots(Path images) throws Exception {
		this.images = Files.createDirectories(images);
		work = Files.createTempDirectory("annotomy-slides");
	}

	/** @param args folder for the pictures */
	public static void main(String[] args) throws Exception {
		new ImageJ(ImageJ.EMBEDDED);
		SlideScreenshots screenshots = new SlideScreenshots(Path.of(args[0]));
		screenshots.section();
		screenshots.fluorescence();
		System.exit(0);
	}

	private AnnotationSession open(Slide slide) throws Exception {
		SessionOptions options = new SessionOptions(Protocols.find().require("tissue-slide"), SessionOptions.Recovery.ASK,
				StoreOptions.of("r-1"));
		AnnotationSession session = new SessionOpener(ImageReaders.discover(), Protocols.find(), options).open(slide,
				Progress.NONE);
		session.image().show();
		Desk.seat(session);
		return session;
	}

	private void section() throws Exception {
		AnnotationSession session = open(new HistologySlide(60_000, 45_000, 1, work.resolve("section.svs")));
		SlideCanvas canvas = SlideImage.require(session.image()).slideCanvas().orElseThrow();
		List<String> classes = session.document().protocol().classes().stream().map(c -> c.key()).toList();
		Hand.run(() -> {
			mark(session, new OvalRoi(20_000, 14_000, 9_000, 7_000), classes.get(0));
			mark(session,
					new PolygonRoi(new float[]{34_000, 47_000, 52_000, 45_000, 36_000},
							new float[]{9_000, 8_000, 20_000, 26_000, 19_000},
							Roi.POLYGON),
					classes.get(1));
			canvas.fit();
		});
		shot(session, canvas, "slide-fit.png");
		Hand.run(() -> canvas.show(new Point(24_000, 18_000), 1));
		Hand.run(() -> session.image().setRoi(new OvalRoi(23_850, 17_900, 90, 80)));
		shot(session, canvas, "slide-full-resolution.png");
		Thread refused = new Thread(() -> IJ.run(session.image(), "Invert", ""));
		refused.start();
		Window dialog = Hand.window("Whole slide image");
		robot.delay(SETTLE_MS);
		save(robot.createScreenCapture(grown(dialog.getBounds())), "slide-refused.png");
		Hand.run(((Dialog) dialog)::dispose);
		refused.join();
		Hand.run(() -> session.image().getWindow().close());
	}

	private void fluorescence() throws Exception {
		AnnotationSession session = open(
				new Fluorescence(new HistologySlide(60_000, 45_000, 1, null), work.resolve("channels.tif")));
		SlideCanvas canvas = SlideImage.require(session.image()).slideCanvas().orElseThrow();
		Hand.run(() -> canvas.show(new Point(30_000, 22_000), 1));
		shot(session, canvas, "slide-fluorescence.png");
		Hand.run(() -> session.image().getWindow().close());
	}

	private static void mark(AnnotationSession session, Roi roi, String classKey) {
		session.image().setRoi(roi);
		new Marking(session).mark(roi, classKey, null, null, java.util.Map.of());
		session.image().deleteRoi();
	}

	private void shot(AnnotationSession session, SlideCanvas canvas, String name) throws Exception {
		Hand.run(() -> {
			session.image().getWindow().setBounds(20, 80, 900, 600);
			session.image().getWindow().validate();
			session.image().getWindow().toFront();
		});
		Hand.await("the slide is sharp", canvas::isSharp);
		Hand.await("the overview is there", () -> SlideImage.require(session.image()).open().tiles().isIdle());
		robot.delay(SETTLE_MS);
		save(robot.createScreenCapture(session.image().getWindow().getBounds()), name);
	}

	private static Rectangle grown(Rectangle r) {
		Rectangle larger = new Rectangle(r);
		larger.grow(60, 40);
		return larger;
	}

	private void save(BufferedImage picture, String name) throws IOException {
		ImageIO.write(picture, "png", images.resolve(name).toFile());
	}

	/** The stains of a section as channels that shine. */
	private record Fluorescence(HistologySlide section, Path sidecar) implements Slide {

		@Override
		public SlideFacts facts() {
			SlideFacts facts = section.facts();
			return new SlideFacts("Sample channels", PixelKind.GREY_8,
					List.of(new SlideChannel("DAPI", 0x3060FF, 0, 255), new SlideChannel("CK", 0x00D040, 0, 255)), 1, 1,
					facts.pixelWidthUm(), facts.pixelHeightUm(), Double.NaN, 40, facts.facts(), facts.identity(), sidecar,
					List.of());
		}

		@Override
		public List<PyramidLevel> levels() {
			return section.levels();
		}

		@Override
		public Tile readTile(TileAddress address) throws IOException {
			Tile tile = section.readTile(
					new TileAddress(address.level(), address.column(), address.row(), 0, address.z(), address.t()));
			int[] rgb = (int[]) tile.samples();
			byte[] light = new byte[rgb.length];
			for (int i = 0; i < rgb.length; i++) {
				double[] od = new double[3];
				for (int c = 0; c < 3; c++)
					od[c] = -Math.log10(Math.max(1, rgb[i] >> 16 - 8 * c & 255) / 255.0);
				light[i] = (byte) Math.max(0, Math.min(255, StainSet.HE.amount(address.c(), od) * 230));
			}
			return new Tile(tile.width(), tile.height(), light);
		}

		@Override
		public void close() {
			section.close();
		}
	}
}
