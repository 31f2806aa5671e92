package org.annotomy.imagej.registration;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.annotomy.display.fusion.CheckPicture;
import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Box;
import org.annotomy.geometry.Position;
import org.annotomy.imagej.fusion.RegistrationCheck;
import org.annotomy.imagej.slide.SlideImage;
import org.annotomy.registration.AffineMap;
import org.annotomy.registration.LandmarkFit;
import org.annotomy.registration.Landmarks;
import org.annotomy.registration.Transform;
import org.annotomy.sample.histology.HistologyRecipe;
import org.annotomy.sample.histology.HistologySlide;
import org.annotomy.sample.histology.Nucleus;
import org.annotomy.sample.histology.Section;
import org.annotomy.task.Progress;
import org.junit.BeforeClass;
import org.junit.Test;

import ij.ImagePlus;
import ij.measure.ResultsTable;

/** The two sample sections, H&E and IHC, whose nuclei and true registration are known. */
public class NextSectionTest {

	private static final int WIDTH = 24000;
	private static final int HEIGHT = 18000;
	private static final double MM = HistologySlide.PIXEL_UM / 1000;
	private static final Affine TRUTH = Section.IHC.toFirst(WIDTH, HEIGHT);

	private static ImagePair pair;
	/** Nuclei of the second section, pixels of level 0. */
	private static List<Position> nuclei;

	@BeforeClass
	public static void open() throws Exception {
		HistologySlide first = new HistologySlide(new HistologyRecipe(WIDTH, HEIGHT, 1), null);
		HistologySlide second = new HistologySlide(new HistologyRecipe(WIDTH, HEIGHT, 1, Section.IHC), null);
		pair = ImagePair.of(SlideImage.open(second), SlideImage.open(first));
		nuclei = new ArrayList<>();
		Random random = new Random(5);
		while (nuclei.size() < 60) {
			Box box = new Box(5000 + random.nextInt(14000), 4000 + random.nextInt(10000), 200, 200);
			List<Nucleus> found = new ArrayList<>();
			second.forEachNucleus(box, found::add);
			if (!found.isEmpty()) nuclei.add(new Position(found.get(0).centre().x(), found.get(0).centre().y(), 0));
		}
	}

	/** Where an annotator who clicks on whole pixels would put the same nuclei of both sections. */
	private static Landmarks landmarks(int count) {
		StringBuilder moving = new StringBuilder();
		StringBuilder fixed = new StringBuilder();
		for (Position nucleus : nuclei.subList(0, count)) {
			Position there = TRUTH.apply(nucleus);
			moving.append(Math.round(nucleus.x())).append(' ').append(Math.round(nucleus.y())).append("; ");
			fixed.append(Math.round(there.x())).append(' ').append(Math.round(there.y())).append("; ");
		}
		return LandmarkPoints.ofText(pair, moving.toString(), fixed.toString());
	}

	/** The largest error at nuclei that were no landmarks, in micrometres. */
	private static double worstUm(Transform found) {
		double worst = 0;
		for (Position nucleus : nuclei.subList(12, nuclei.size())) {
			Position mapped = found.apply(nucleus.times(MM));
			worst = Math.max(worst, 1000 * mapped.distanceTo(TRUTH.apply(nucleus).times(MM)));
		}
		return worst;
	}

	@Test
	public void landmarksGiveTheTrueMap() throws Exception {
		for (LandmarkFit fit : new LandmarkFit[]{LandmarkFit.AFFINE, LandmarkFit.THIN_PLATE}) {
			ResultsTable table = LandmarkRegistration.register(pair, landmarks(12), fit, 0, null, Progress.NONE);
			double told = table.getValue("Target error, held out (µm)", table.size() - 2);
			double worst = worstUm(Registrations.known(pair.fixed()).get(0).transform());
			assertTrue(fit + ": worst " + worst + " µm", worst < 1);
			assertTrue(fit + ": told " + told + " µm", told > 0 && told < 1);
		}
	}

	/** A map that may not stretch leaves what the section is stretched by, and the error from held-out landmarks says so. */
	@Test
	public void theToldErrorIsThatOfOtherNuclei() throws Exception {
		ResultsTable table = LandmarkRegistration.register(pair, landmarks(12), LandmarkFit.SIMILARITY, 0, null, Progress.NONE);
		double told = table.getValue("Target error, held out (µm)", table.size() - 1);
		double worst = worstUm(Registrations.known(pair.fixed()).get(0).transform());
		assertTrue("worst " + worst + " µm", worst > 3 && worst < 20);
		assertEquals("told and true, both the largest", worst, told, 0.6 * worst);
	}

	@Test
	public void byTheirValues() throws Exception {
		VolumeRegistration.register(pair, AffineMap.Kind.AFFINE, null, null, Progress.NONE);
		double worst = worstUm(Registrations.known(pair.fixed()).get(0).transform());
		double overviewUm = HistologySlide.PIXEL_UM * WIDTH / 1024;
		assertTrue("worst " + worst + " µm, a pixel of the overview is " + overviewUm, worst < 2 * overviewUm);
	}

	/** In the picture of both, magenta and green, tissue lies on tissue only under the true map. */
	@Test
	public void thePictureTellsRightFromWrong() {
		double right = difference(AffineMap.of(inMm(TRUTH)));
		double wrong = difference(Transform.identity());
		assertTrue("right " + right + ", wrong " + wrong, right < 0.7 * wrong);
	}

	private static Affine inMm(Affine pixels) {
		Affine mm = Affine.ofRows(MM, 0, 0, 0, 0, MM, 0, 0, 0, 0, 1, 0);
		return mm.after(pixels).after(mm.inverse());
	}

	private static double difference(Transform toFixed) {
		ImagePlus picture = RegistrationCheck.of(pair, toFixed, CheckPicture.COLOURS, 1, false, Progress.NONE);
		assertEquals(1600, picture.getWidth());
		assertEquals(HistologySlide.PIXEL_UM * WIDTH / 1600, picture.getCalibration().pixelWidth, 1e-9);
		double sum = 0;
		int count = 0;
		for (int y = 200; y < 1000; y++)
			for (int x = 300; x < 1300; x++) {
				int rgb = picture.getProcessor().get(x, y);
				sum += Math.abs((rgb >> 16 & 255) - (rgb >> 8 & 255));
				count++;
			}
		return sum / count;
	}
}
