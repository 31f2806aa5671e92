package org.annotomy.ui;

import java.awt.Rectangle;
import java.awt.Window;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import javax.swing.JButton;
import javax.swing.JLabel;

import org.annotomy.display.fusion.CheckPicture;
import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Point;
import org.annotomy.geometry.Position;
import org.annotomy.imagej.fusion.SlideCheck;
import org.annotomy.imagej.linking.GroupLayouts;
import org.annotomy.imagej.linking.OpenGroup;
import org.annotomy.imagej.registration.ImagePair;
import org.annotomy.imagej.registration.LandmarkPoints;
import org.annotomy.imagej.registration.LandmarkRegistration;
import org.annotomy.imagej.registration.Registrations;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.slide.SlideCanvas;
import org.annotomy.imagej.slide.SlideImage;
import org.annotomy.linking.layout.Layout;
import org.annotomy.linking.layout.LayoutCatalog;
import org.annotomy.registration.LandmarkFit;
import org.annotomy.registration.Transform;
import org.annotomy.sample.histology.HistologyRecipe;
import org.annotomy.sample.histology.Section;
import org.annotomy.task.Progress;
import org.annotomy.ui.desk.PanelFrame;
import org.annotomy.ui.fusion.AdjustFrame;
import org.annotomy.ui.linking.GroupDesk;
import org.annotomy.ui.linking.LayoutDesk;

import ij.IJ;
import ij.ImageJ;
import ij.gui.PointRoi;

/** Plays a user at two serial sections: layout, points on the same nuclei, registration, moving and checking; writes down what is seen. */
public final class SectionsSession extends Play {

	private static final int WIDTH = 8000;
	private static final int HEIGHT = 6000;
	private static final Affine TRUTH = Section.IHC.toFirst(WIDTH, HEIGHT);

	private SectionsSession() {}

	/** @param args folder for the slides, and the file to write to */
	public static void main(String[] args) throws Exception {
		new ImageJ(ImageJ.EMBEDDED);
		SectionsSession session = new SectionsSession();
		session.play(Path.of(args[1]), () -> session.sections(Path.of(args[0])));
	}

	private void sections(Path folder) throws Exception {
		Path he = folder.resolve("he" + HistologyRecipe.ENDING);
		Path ihc = folder.resolve("ihc" + HistologyRecipe.ENDING);
		new HistologyRecipe(WIDTH, HEIGHT, 1).write(he);
		new HistologyRecipe(WIDTH, HEIGHT, 1, Section.IHC).write(ihc);
		List<AnnotationSession> sessions = List.of(DeskFixture.open(he), DeskFixture.open(ihc));
		Hand.run(() -> PanelFrame.find().setVisible(false));
		SlideImage fixed = SlideImage.require(sessions.get(0).image());
		SlideImage moving = SlideImage.require(sessions.get(1).image());
		OpenGroup group = Hand.ask(() -> OpenGroup.gather("sections", sessions));
		GroupDesk.seat(group);
		LayoutCatalog catalog = LayoutCatalog.with(Path.of("none"));
		Layout layout = Hand.ask(() -> GroupLayouts.suggest(group, catalog));
		see("layout", layout.id());
		LayoutDesk.show(group, Hand.ask(() -> GroupLayouts.apply(group, layout, 0)));
		Rectangle left = Hand.ask(() -> fixed.getWindow().getBounds());
		Rectangle right = Hand.ask(() -> moving.getWindow().getBounds());
		see("side by side", left.getMaxX() <= right.x && Math.abs(left.width - right.width) < 4 && left.height == right.height);
		ImagePair pair = register(fixed, moving);
		SlideCanvas leader = fixed.slideCanvas().orElseThrow();
		SlideCanvas follower = moving.slideCanvas().orElseThrow();
		Hand.await("the second section is turned", () -> follower.degrees() > 1);
		see("turned", String.format(Locale.ROOT, "%.0f", follower.degrees()));
		Hand.run(() -> leader.show(new Point(4100, 2900), 0.4));
		Position there = TRUTH.inverse().apply(4100, 2900, 0);
		Hand.await("the second section follows", () -> Math.hypot(follower.centre().x() - there.x(),
				follower.centre().y() - there.y()) < 4);
		see("as large", Hand.ask(() -> Math.abs(follower.getMagnification() / leader.getMagnification() - 1) < 0.02));
		check(pair, leader);
		adjust(pair);
	}

	/** Points of the multi-point tool, on the same places of both, as a user sets them. */
	private ImagePair register(SlideImage fixed, SlideImage moving) throws Exception {
		double[][] at = {{2500, 2000}, {5500, 1900}, {2600, 4100}, {5400, 4000}, {4000, 3000}};
		PointRoi here = new PointRoi();
		PointRoi there = new PointRoi();
		for (double[] p : at) {
			Position first = TRUTH.apply(p[0], p[1], 0);
			here.addPoint(p[0] - 0.5, p[1] - 0.5);
			there.addPoint(first.x() - 0.5, first.y() - 0.5);
		}
		Hand.run(() -> {
			moving.setRoi(here);
			fixed.setRoi(there);
		});
		ImagePair pair = ImagePair.of(moving, fixed);
		var table = LandmarkRegistration.register(pair, LandmarkPoints.ofSelections(pair), LandmarkFit.AFFINE, 0, null,
				Progress.NONE);
		see("used by", table.getStringValue("Used by", table.size() - 1));
		see("error under a pixel", table.getValue("Target error, held out (µm)", table.size() - 2) < 0.25);
		return pair;
	}

	/** The check lies over the window, is drawn anew where it is moved, and goes. */
	private void check(ImagePair pair, SlideCanvas leader) throws Exception {
		SlideCheck check = Hand.ask(() -> SlideCheck.start(pair, Registrations.require(pair, null, Progress.NONE),
				CheckPicture.CHECKERBOARD, 0.1));
		Hand.await("drawn", check::isSharp);
		see("lies over", Hand.ask(() -> pair.fixed().getOverlay().get(0).getName()));
		Hand.run(() -> leader.show(new Point(3600, 3100), 0.8));
		Hand.await("drawn where it was moved to", check::isSharp);
		IJ.run(pair.fixed(), "Select None", "");
		Hand.run(check::stop);
		see("left over", Hand.ask(() -> SlideCheck.of(pair.fixed()).isPresent()));
	}

	/** By hand: a step to the right, seen at once, and saved. */
	private void adjust(ImagePair pair) throws Exception {
		Transform before = Registrations.require(pair, null, Progress.NONE);
		Hand.run(() -> SlideCheck.start(pair, before, CheckPicture.CHECKERBOARD, 0.1));
		AdjustFrame.open(pair, before);
		Window frame = Arrays.stream(Window.getWindows()).filter(w -> w instanceof AdjustFrame).findFirst().orElseThrow();
		Hand.run(() -> Hand.<JButton>find(frame, "more Shift to the right").doClick());
		Hand.await("drawn again", () -> SlideCheck.of(pair.fixed()).orElseThrow().isSharp());
		Hand.run(() -> Hand.<JButton>find(frame, "save").doClick());
		Hand.await("saved", () -> Hand.<JLabel>find(frame, "state").getText().equals("Saved."));
		Position moved = Registrations.require(pair, null, Progress.NONE).apply(new Position(1, 1, 0));
		see("moved by hand", String.format(Locale.ROOT, "%.3f", moved.x() - before.apply(new Position(1, 1, 0)).x()));
		Hand.run(frame::dispose);
		see("checked as before", Hand.ask(() -> SlideCheck.of(pair.fixed()).map(check -> check.style().toString()).orElse("")));
		Hand.run(() -> SlideCheck.of(pair.fixed()).ifPresent(SlideCheck::stop));
		see("left after stopping", Hand.ask(() -> SlideCheck.of(pair.fixed()).isPresent()));
	}
}
