package org.annotomy.ui;

import java.awt.Robot;
import java.awt.Window;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import javax.imageio.ImageIO;

import org.annotomy.geometry.Point;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.session.Marking;
import org.annotomy.sample.BreastPhantom;
import org.annotomy.sample.ChestCtSeries;
import org.annotomy.sample.EchoCine;
import org.annotomy.sample.TiltedChest;
import org.annotomy.sample.breast.MammogramView;
import org.annotomy.sample.heart.Chamber;
import org.annotomy.task.Progress;
import org.annotomy.ui.desk.PanelFrame;

import ij.ImageJ;
import ij.gui.EllipseRoi;
import ij.gui.OvalRoi;
import ij.gui.Roi;

/** Makes the pictures of the samples as they open: a tilted CT with its notice, an ultrasound film, a mammogram with the kind of its pixel size. */
public final class SampleScreenshots {

	private static final int SETTLE_MS = 600;

	private final Robot robot = new Robot();
	private final Path images;

	private SampleScreenshots(Path images) throws Exception {
		this.images = Files.createDirectories(images);
	}

	/** @param args folder for the pictures */
	public static void main(String[] args) throws Exception {
		new ImageJ(ImageJ.NO_SHOW);
		Path work = Files.createTempDirectory("annotomy-samples");
		SampleScreenshots pictures = new SampleScreenshots(Path.of(args[0]));
		pictures.tilted(work.resolve("sample-tilted-ct"));
		pictures.ultrasound(work.resolve("sample-ultrasound.dcm"));
		pictures.mammogram(work.resolve("sample-mammograms"));
		System.exit(0);
	}

	private void tilted(Path folder) throws Exception {
		new ChestCtSeries(TiltedChest.standard(), "sample").write(folder, Progress.NONE);
		AnnotationSession session = DeskFixture.open(folder, "onco-chest-ct");
		Hand.run(() -> {
			session.image().setSlice(34);
			while (session.image().getCanvas().getMagnification() < 2)
				session.image().getCanvas().zoomIn(0, 0);
		});
		take(session, "tilted.png", true);
	}

	private void ultrasound(Path file) throws Exception {
		EchoCine cine = EchoCine.standard();
		cine.write(file);
		AnnotationSession session = DeskFixture.open(file);
		Hand.run(() -> {
			session.image().setPosition(1, 1, 14);
			Chamber blood = cine.leftVentricle(13);
			Point top = cine.pixel(blood.x(), blood.depth() - blood.b());
			Point bottom = cine.pixel(blood.x(), blood.depth() + blood.b());
			mark(session, new EllipseRoi(top.x(), top.y(), bottom.x(), bottom.y(), blood.a() / blood.b()), "structure");
		});
		take(session, "ultrasound.png", true);
	}

	private void mammogram(Path folder) throws Exception {
		BreastPhantom phantom = BreastPhantom.standard();
		Path file = phantom.write(folder, Progress.NONE).get(MammogramView.L_MLO.ordinal());
		AnnotationSession session = DeskFixture.open(file, "mammography-birads");
		Hand.run(() -> {
			while (session.image().getCanvas().getMagnification() > 0.5)
				session.image().getCanvas().zoomOut(0, 0);
			Point middle = phantom.positionIn(MammogramView.L_MLO, phantom.lesions().get(0));
			double reach = 62;
			mark(session, new OvalRoi(middle.x() - reach, middle.y() - reach, 2 * reach, 2 * reach), "mass");
		});
		take(session, "mammogram.png", false);
	}

	private static void mark(AnnotationSession session, Roi roi, String classKey) {
		new Marking(session).mark(roi, classKey, null, null, Map.of());
		session.image().deleteRoi();
	}

	/** @param notes whether to open what is to be said of the image */
	private void take(AnnotationSession session, String name, boolean notes) throws Exception {
		PanelFrame panel = Hand.ask(PanelFrame::find);
		Window image = session.image().getWindow();
		Hand.run(() -> image.setLocation(10, 10));
		Hand.await("the panel stands beside the image", () -> panel.getX() > image.getX() + image.getWidth());
		Window dialog = notes ? openNotes(panel, image) : null;
		robot.waitForIdle();
		robot.delay(SETTLE_MS);
		ImageIO.write(robot.createScreenCapture(image.getBounds().union(panel.getBounds())), "png",
				images.resolve(name).toFile());
		if (dialog != null) Hand.run(dialog::dispose);
		Hand.run(() -> session.image().close());
		Hand.await("the session closed", session::isClosed);
	}

	private static Window openNotes(PanelFrame panel, Window image) throws Exception {
		Hand.clickOn(Hand.find(panel, "notes"));
		Window dialog = Hand.window("Notes on This Image");
		Hand.run(() -> dialog.setLocation(image.getX(), image.getY() + image.getHeight() + 8));
		return dialog;
	}
}
