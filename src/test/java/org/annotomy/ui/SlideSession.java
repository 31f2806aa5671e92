package org.annotomy.ui;

import java.awt.Component;
import java.awt.Container;
import java.awt.Rectangle;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.annotomy.geometry.Point;
import org.annotomy.image.ImageReaders;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.session.Protocols;
import org.annotomy.imagej.session.SessionOpener;
import org.annotomy.imagej.session.SessionOptions;
import org.annotomy.imagej.slide.SlideCanvas;
import org.annotomy.imagej.slide.SlideImage;
import org.annotomy.imagej.slide.SlideSync;
import org.annotomy.slide.PatternSlide;
import org.annotomy.store.StoreOptions;
import org.annotomy.task.Progress;
import org.annotomy.ui.desk.Desk;
import org.annotomy.ui.edit.DeskEdits;

import ij.IJ;
import ij.ImageJ;
import ij.gui.Roi;
import ij.gui.Toolbar;

/** Plays a pathologist at slides; writes down what is seen. */
public final class SlideSession extends Play {

	private final Path folder;
	private final PatternSlide file;
	private AnnotationSession session;
	private SlideImage slide;
	private SlideCanvas canvas;

	private SlideSession(Path folder) throws Exception {
		this.folder = folder;
		file = new PatternSlide(110_000, 85_000, folder.resolve("pattern.svs"));
		session = open(file);
		slide = SlideImage.require(session.image());
		canvas = slide.slideCanvas().orElseThrow();
	}

	private static AnnotationSession open(PatternSlide file) throws Exception {
		SessionOptions options = new SessionOptions(Protocols.find().require("default"), SessionOptions.Recovery.ASK,
				StoreOptions.of("r-1"));
		AnnotationSession session = new SessionOpener(ImageReaders.discover(), Protocols.find(), options).open(file,
				Progress.NONE);
		session.image().show();
		Desk.seat(session);
		return session;
	}

	/** @param args folder for the labels, and the file to write to */
	public static void main(String[] args) throws Exception {
		new ImageJ(ImageJ.EMBEDDED);
		SlideSession play = new SlideSession(Path.of(args[0]));
		play.play(Path.of(args[1]), play::looking, play::drawing, play::tools, play::turned, play::together, play::breaking,
				play::closing);
	}

	private static String rounded(Point point) {
		return Math.round(point.x()) + " " + Math.round(point.y());
	}

	private void sharp() throws Exception {
		Hand.await("the slide is sharp", canvas::isSharp);
	}

	private void looking() throws Exception {
		sharp();
		see("fit",
				canvas.getMagnification() < 0.02 && canvas.visible().width() >= 109_999 && canvas.visible().height() >= 84_999);
		Hand.run(() -> canvas.show(new Point(60_000, 40_000), 1));
		sharp();
		see("pixel under the middle",
				Hand.ask(() -> slide.getPixel(60_000, 40_000)[0] == (PatternSlide.colour(60_000, 40_000) >> 16)));
		Point before = canvas.centre();
		Hand.run(() -> Toolbar.getInstance().setTool(Toolbar.HAND));
		Hand.drag(canvas, 0, 300, 300, 200, 250);
		see("hand",
				Math.abs(canvas.centre().x() - before.x() - 100) <= 1 && Math.abs(canvas.centre().y() - before.y() - 50) <= 1);
		double x = canvas.offScreenXD(100);
		wheel(-2, 100, 120);
		see("wheel", canvas.getMagnification() > 1.5 && Math.abs(canvas.offScreenXD(100) - x) <= 1);
		Hand.press(slide.getWindow(), "10×");
		Hand.await("magnification 10", () -> Math.abs(canvas.getMagnification() - 0.25) < 1e-9);
		see("subtitle", slide.getWindow().createSubtitle());
		int width = canvas.getWidth();
		Hand.click(canvas, 0, width - 10 - 90, 10 + 70);
		see("overview", Math.abs(canvas.centre().x() - 55_000) < 2_000 && Math.abs(canvas.centre().y() - 42_500) < 4_000);
		Hand.run(() -> canvas.show(new Point(0, 0), 1));
		see("beyond the edge", canvas.visible().x() < 0);
	}

	private void wheel(int clicks, int x, int y) throws Exception {
		Hand.run(() -> {
			java.awt.Point at = canvas.getLocationOnScreen();
			java.awt.Point window = slide.getWindow().getLocationOnScreen();
			slide.getWindow()
					.dispatchEvent(new MouseWheelEvent(slide.getWindow(), MouseEvent.MOUSE_WHEEL, System.currentTimeMillis(), 0,
							at.x - window.x + x, at.y - window.y + y, at.x + x, at.y + y, 0, false,
							MouseWheelEvent.WHEEL_UNIT_SCROLL, 3, clicks,
							clicks));
		});
	}

	private void drawing() throws Exception {
		Hand.run(canvas::fit);
		Hand.run(() -> Toolbar.getInstance().setTool(Toolbar.OVAL));
		int w = canvas.getWidth();
		int h = canvas.getHeight();
		Hand.drag(canvas, 0, w / 2 - 200, h / 2 - 150, w / 2, h / 2, w / 2 + 200, h / 2 + 150);
		Rectangle bounds = Hand.ask(() -> slide.getRoi().getBounds());
		see("oval", bounds.width > 40_000 && bounds.height > 30_000 && slide.getRoi().getType() == Roi.OVAL);
		long start = System.nanoTime();
		Hand.click(canvas, 0, w / 2, h / 2);
		Hand.drag(canvas, 0, w / 2, h / 2, w / 2 + 20, h / 2 + 10);
		see("click inside is quick", (System.nanoTime() - start) / 1_000_000 < 3000);
		see("moved", Hand.ask(() -> slide.getRoi().getBounds().x > bounds.x));
		Hand.run(() -> new DeskEdits(session).mark(session.currentClass()));
		see("marked", session.document().objects().size());
		Hand.run(() -> {
			slide.setRoi(1000, 2000, 30_000, 20_000);
			IJ.run("To Selection");
		});
		see("to selection",
				canvas.visible().x() <= 1000 && canvas.visible().maxX() >= 31_000 && canvas.visible().width() < 60_000);
	}

	/** ImageJ's other selection tools, each drawn over the same places of the window. */
	private void tools() throws Exception {
		Hand.run(() -> {
			slide.deleteRoi();
			canvas.show(new Point(60_000, 40_000), 0.25);
		});
		for (String tool : List.of("freehand", "line", "freeline", "arrow", "ellipse", "rotrect", "roundrect")) {
			Hand.run(() -> IJ.setTool(tool));
			Hand.drag(canvas, 0, 300, 250, 330, 310, 380, 300, 400, 350);
			see("tool " + tool, Hand.ask(this::drawn));
		}
		Hand.run(() -> IJ.setTool("multipoint"));
		Hand.click(canvas, 0, 300, 250);
		Hand.click(canvas, 0, 400, 350);
		see("points", Hand.ask(() -> slide.getRoi().size()));
		see("tool multipoint", Hand.ask(this::drawn));
	}

	/** The kind of the selection, if it lies where it was drawn; it is taken away. */
	private String drawn() {
		Roi roi = slide.getRoi();
		if (roi == null) return "nothing";
		Rectangle drawn = new Rectangle((int) canvas.offScreenXD(300), (int) canvas.offScreenYD(250), 400, 400);
		Rectangle grown = new Rectangle(drawn);
		grown.grow(100, 100);
		boolean here = grown.contains(roi.getBounds()) && roi.getBounds().width >= 100 && roi.getBounds().height >= 100;
		slide.deleteRoi();
		return roi.getTypeAsString() + (here ? "" : " elsewhere: " + roi.getBounds() + " not " + drawn);
	}

	private void turned() throws Exception {
		Hand.run(() -> {
			slide.deleteRoi();
			canvas.show(new Point(50_000, 40_000), 0.5);
			canvas.turn(90);
		});
		Hand.run(() -> Toolbar.getInstance().setTool(Toolbar.RECTANGLE));
		int w = canvas.getWidth();
		int h = canvas.getHeight();
		// Right of the middle in the window is above it on the slide.
		Hand.drag(canvas, 0, w / 2 + 20, h / 2 + 20, w / 2 + 100, h / 2 + 60, w / 2 + 120, h / 2 + 70);
		Rectangle r = Hand.ask(() -> slide.getRoi().getBounds());
		see("drawn in a turned view", Math.abs(r.x - 50_040) <= 2 && Math.abs(r.width - 100) <= 4 && Math.abs(r.height - 200) <= 4
				&& Math.abs(r.y + r.height - 39_960) <= 4);
		Hand.run(() -> canvas.turn(0));
	}

	private void together() throws Exception {
		AnnotationSession other = open(new PatternSlide(60_000, 50_000, folder.resolve("other.svs")));
		SlideImage second = SlideImage.require(other.image());
		Hand.run(() -> {
			canvas.show(new Point(30_000, 20_000), 0.5);
			second.slideCanvas().orElseThrow().show(new Point(31_000, 22_000), 0.5);
			SlideSync.link(List.of(slide, second));
			canvas.show(new Point(30_500, 20_200), 1);
		});
		SlideCanvas follower = second.slideCanvas().orElseThrow();
		see("together", rounded(follower.centre()) + " " + follower.getMagnification());
		Hand.run(() -> second.getWindow().close());
		see("closed one is let go", SlideSync.of(slide).isEmpty());
		Hand.run(() -> canvas.show(new Point(30_000, 20_000), 0.5));
	}

	private void breaking() throws Exception {
		file.breakTiles();
		Hand.run(() -> canvas.show(new Point(90_000, 70_000), 1));
		Hand.await("what is broken is told", () -> slide.getWindow().createSubtitle().contains("cannot be read"));
		see("told of what is broken",
				slide.getWindow().createSubtitle().endsWith("tiles cannot be read: A tile of the slide is broken."));
	}

	private void closing() throws Exception {
		// Looks and feels remember components that they painted (CachedPainter in Java's own one), for as long as there is memory.
		Component[] remembered = Hand.ask(() -> Hand.<Container>find(slide.getWindow(), "slide bar").getComponents());
		WeakReference<SlideImage> weak = new WeakReference<>(slide);
		WeakReference<SlideCanvas> weakCanvas = new WeakReference<>(canvas);
		Hand.run(() -> slide.getWindow().close());
		Hand.await("the slide is closed", () -> file.isClosed() && session.isClosed());
		see("labels", Files.exists(folder.resolve("pattern.svs.geojson")));
		session = null;
		slide = null;
		canvas = null;
		Hand.run(() -> Toolbar.getInstance().setTool(Toolbar.RECTANGLE));
		for (int i = 0; i < 40 && (!weak.refersTo(null) || !weakCanvas.refersTo(null)); i++) {
			System.gc();
			Hand.run(() -> IJ.showStatus(""));
			java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
		}
		see("remembered", remembered.length);
		see("collected", weak.refersTo(null) + " " + weakCanvas.refersTo(null));
	}
}
