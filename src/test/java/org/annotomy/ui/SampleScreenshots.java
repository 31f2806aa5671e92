package org.annotomy.ui;

import java.awt.Robot;
import java.awt.Window;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.imageio.ImageIO;

import org.annotomy.annotation.DepthEdits;
import org.annotomy.annotation.depth.Depth;
import org.annotomy.annotation.model.Occlusion;
import org.annotomy.display.Margin;
import org.annotomy.geometry.Point;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.session.Marking;
import org.annotomy.imagej.session.ObjectZoom;
import org.annotomy.sample.BreastPhantom;
import org.annotomy.sample.ChestCtSeries;
import org.annotomy.sample.ChestPhantom;
import org.annotomy.sample.ChestRadiograph;
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
		pictures.overlapInBreast(work.resolve("sample-overlap"));
		pictures.overlapInChest(work.resolve("sample-radiograph.dcm"));
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

	/** A mass that covers a part of calcifications which lie behind it, and a node whose outline is inferred. */
	private void overlapInBreast(Path folder) throws Exception {
		BreastPhantom phantom = BreastPhantom.standard();
		Path file = phantom.write(folder, Progress.NONE).get(MammogramView.L_MLO.ordinal());
		AnnotationSession session = DeskFixture.open(file, "mammography-birads");
		Hand.run(() -> {
			while (session.image().getCanvas().getMagnification() > 0.5)
				session.image().getCanvas().zoomOut(0, 0);
			Point middle = phantom.positionIn(MammogramView.L_MLO, phantom.lesions().get(0));
			UUID mass = mark(session, circle(middle.x(), middle.y(), 62), "mass");
			UUID behind = mark(session, circle(middle.x() + 75, middle.y() - 40, 55), "calcifications");
			UUID through = mark(session, circle(middle.x() - 60, middle.y() + 60, 40), "intramammary-node");
			DepthEdits depth = new DepthEdits(session.document());
			depth.say(List.of(mass), Depth.IN_FRONT, List.of(behind), null);
			depth.say(List.of(mass), Depth.SEE_THROUGH, List.of(through), null);
			depth.occlusion(List.of(behind), Occlusion.PARTLY_COVERED);
			session.selection().set(List.of(mass));
			ObjectZoom.show(session, List.of(mass, behind, through), Margin.ofFraction(0.6));
		});
		take(session, "overlap-breast.png", false);
	}

	/** A nodule that is seen through the heart, and a rib before it. */
	private void overlapInChest(Path file) throws Exception {
		ChestRadiograph radiograph = ChestRadiograph.standard();
		radiograph.write(file, false, 12);
		AnnotationSession session = DeskFixture.open(file);
		Hand.run(() -> {
			Point at = radiograph.project(ChestPhantom.standard().lesions().get(0));
			UUID nodule = mark(session, circle(at.x(), at.y(), 28), "lesion");
			UUID rib = mark(session, new Roi(at.x() - 120, at.y() + 5, 200, 34), "structure");
			UUID inferred = mark(session, circle(at.x() + 60, at.y() + 90, 45), "structure");
			DepthEdits depth = new DepthEdits(session.document());
			depth.say(List.of(rib), Depth.IN_FRONT, List.of(nodule), null);
			depth.occlusion(List.of(nodule), Occlusion.PARTLY_COVERED);
			depth.occlusion(List.of(inferred), Occlusion.INFERRED);
		});
		take(session, "overlap-chest.png", false);
	}

	private static Roi circle(double x, double y, double radius) {
		return new OvalRoi(x - radius, y - radius, 2 * radius, 2 * radius);
	}

	private static UUID mark(AnnotationSession session, Roi roi, String classKey) {
		UUID id = new Marking(session).mark(roi, classKey, null, null, Map.of()).object().id();
		session.image().deleteRoi();
		return id;
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
