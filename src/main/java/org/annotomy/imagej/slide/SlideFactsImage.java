package org.annotomy.imagej.slide;

import java.util.List;

import org.annotomy.image.CachedPlanes;
import org.annotomy.image.MedicalImage;
import org.annotomy.image.Planes;
import org.annotomy.image.SpacingSource;
import org.annotomy.image.ValueScale;
import org.annotomy.slide.PyramidLevel;
import org.annotomy.slide.Slide;
import org.annotomy.slide.SlideFacts;

import ij.ImagePlus;
import ij.measure.Calibration;
import net.imglib2.type.numeric.ARGBType;

/** A slide as whoever deals with images sees it: its size, place and facts, and planes that say why they cannot be had as a whole. */
final class SlideFactsImage {

	private static final double UM_PER_MM = 1000;

	private SlideFactsImage() {}

	/** The slide's size at level 0 with its focus planes and time points, as one channel of colour. */
	static MedicalImage of(Slide slide) {
		SlideFacts facts = slide.facts();
		PyramidLevel full = slide.levels().get(0);
		CachedPlanes planes = CachedPlanes.outOfReach(facts.slices() * facts.timePoints(),
				Refusal.sentence("What needs all pixels at once"));
		double[] spacing = {mm(facts.pixelWidthUm()), mm(facts.pixelHeightUm()), mm(facts.sliceSpacingUm())};
		SpacingSource source = facts.hasPixelSize() ? SpacingSource.STATED : SpacingSource.NONE;
		return new MedicalImage(facts.title(),
				Planes.onDemand(new ARGBType(), planes, full.width(), full.height(), 1, facts.slices(), facts.timePoints()),
				ValueScale.IDENTITY, null, spacing, source, List.of(), false, Double.NaN, facts.facts(), facts.identity(),
				facts.sidecar() == null ? List.of() : List.of(facts.sidecar()), facts.sidecar(), facts.warnings());
	}

	private static double mm(double um) {
		return um > 0 && !Double.isInfinite(um) ? um / UM_PER_MM : Double.NaN;
	}

	/** Pixel sizes in micrometres; an image of unknown pixel size stays as it is. */
	static void calibrate(ImagePlus image, SlideFacts facts) {
		if (!facts.hasPixelSize()) return;
		Calibration calibration = new Calibration(image);
		calibration.pixelWidth = facts.pixelWidthUm();
		calibration.pixelHeight = facts.pixelHeightUm();
		if (facts.sliceSpacingUm() > 0) calibration.pixelDepth = facts.sliceSpacingUm();
		calibration.setUnit("µm");
		image.setCalibration(calibration);
	}
}
