package org.annotomy.dicom.series;

import java.util.List;
import java.util.Locale;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.image.SpacingSource;

/**
 * Pixel spacing of an image without a place in the patient, and how far to trust it.
 *
 * @param xMm between columns; NaN if unknown
 * @param yMm between rows
 * @param keyword of the data element it comes from, or null
 */
record PlaneSpacing(double xMm, double yMm, SpacingSource source, String keyword) {

	private static final PlaneSpacing UNKNOWN = new PlaneSpacing(Double.NaN, Double.NaN, SpacingSource.NONE, null);
	private static final double MM_PER_CM = 10;
	private static final int CENTIMETRES = 3;
	private static final int TWO_DIMENSIONAL = 1;
	private static final double EQUAL = 1e-4;

	/** The rules for projections, ultrasound and captured images, from the most to the least specific. @param warnings is added to */
	static PlaneSpacing of(FrameAttributes attributes, List<String> warnings) {
		DicomDataset dataset = attributes.dataset();
		PlaneSpacing ultrasound = ofUltrasound(dataset, warnings);
		if (ultrasound != null) return ultrasound;
		double[] pixel = attributes.doubles(Tag.PIXEL_MEASURES_SEQUENCE, Tag.PIXEL_SPACING);
		double[] imager = dataset.doubles(Tag.IMAGER_PIXEL_SPACING);
		if (valid(pixel)) return ofPixelSpacing(dataset, pixel, imager);
		if (valid(imager)) return ofImager(dataset, imager);
		double[] nominal = dataset.doubles(Tag.NOMINAL_SCANNED_PIXEL_SPACING);
		if (valid(nominal)) return spacing(nominal, 1, SpacingSource.STATED, "NominalScannedPixelSpacing");
		int[] aspect = dataset.ints(Tag.PIXEL_ASPECT_RATIO);
		if (aspect.length == 2 && aspect[0] > 0 && aspect[1] > 0 && aspect[0] != aspect[1])
			warnings.add(String.format(Locale.ROOT, "Pixels are not square (height to width %d:%d) and their size is unknown.",
					aspect[0],
					aspect[1]));
		return UNKNOWN;
	}

	private static PlaneSpacing ofPixelSpacing(DicomDataset dataset, double[] pixel, double[] imager) {
		boolean differs = valid(imager) && (Math.abs(pixel[0] - imager[0]) > EQUAL || Math.abs(pixel[1] - imager[1]) > EQUAL);
		boolean calibrated = differs || dataset.string(Tag.PIXEL_SPACING_CALIBRATION_TYPE).isPresent();
		if (calibrated) return spacing(pixel, 1, SpacingSource.CALIBRATED, "PixelSpacing");
		if (valid(imager)) return ofImager(dataset, imager);
		return spacing(pixel, 1, SpacingSource.STATED, "PixelSpacing");
	}

	/** At the detector, or corrected by the magnification that the modality estimates. */
	private static PlaneSpacing ofImager(DicomDataset dataset, double[] imager) {
		double magnification = dataset.number(Tag.ESTIMATED_RADIOGRAPHIC_MAGNIFICATION_FACTOR, 0);
		if (magnification >= 1 && magnification < 20)
			return spacing(imager, 1 / magnification, SpacingSource.CALIBRATED, "ImagerPixelSpacing");
		return spacing(imager, 1, SpacingSource.DETECTOR, "ImagerPixelSpacing");
	}

	/** The largest two-dimensional region that is measured in centimetres. */
	private static PlaneSpacing ofUltrasound(DicomDataset dataset, List<String> warnings) {
		DicomDataset best = null;
		long bestArea = 0;
		for (DicomDataset region : dataset.items(Tag.SEQUENCE_OF_ULTRASOUND_REGIONS)) {
			boolean metric = region.integer(Tag.PHYSICAL_UNITS_X_DIRECTION, 0) == CENTIMETRES
					&& region.integer(Tag.PHYSICAL_UNITS_Y_DIRECTION, 0) == CENTIMETRES
					&& region.integer(Tag.REGION_SPATIAL_FORMAT, TWO_DIMENSIONAL) == TWO_DIMENSIONAL;
			if (metric && area(region) > bestArea && delta(region, Tag.PHYSICAL_DELTA_X) > 0
					&& delta(region, Tag.PHYSICAL_DELTA_Y) > 0) {
				best = region;
				bestArea = area(region);
			}
		}
		if (best == null) return null;
		if (best.integer(Tag.REGION_LOCATION_MAX_X1, 0) > dataset.integer(Tag.COLUMNS, 0)
				|| best.integer(Tag.REGION_LOCATION_MAX_Y1, 0) > dataset.integer(Tag.ROWS, 0)) {
			warnings.add("The calibrated ultrasound region lies outside the image, so its pixel size is not used.");
			return null;
		}
		warnings.add(String.format(Locale.ROOT, "Lengths hold inside the ultrasound region only (x %d to %d, y %d to %d).",
				best.integer(Tag.REGION_LOCATION_MIN_X0, 0), best.integer(Tag.REGION_LOCATION_MAX_X1, 0),
				best.integer(Tag.REGION_LOCATION_MIN_Y0, 0), best.integer(Tag.REGION_LOCATION_MAX_Y1, 0)));
		return new PlaneSpacing(MM_PER_CM * delta(best, Tag.PHYSICAL_DELTA_X), MM_PER_CM * delta(best, Tag.PHYSICAL_DELTA_Y),
				SpacingSource.ULTRASOUND_REGION, "SequenceOfUltrasoundRegions");
	}

	private static long area(DicomDataset region) {
		long width = region.integer(Tag.REGION_LOCATION_MAX_X1, 0) - (long) region.integer(Tag.REGION_LOCATION_MIN_X0, 0) + 1;
		long height = region.integer(Tag.REGION_LOCATION_MAX_Y1, 0) - (long) region.integer(Tag.REGION_LOCATION_MIN_Y0, 0) + 1;
		return Math.max(0, width) * Math.max(0, height);
	}

	private static double delta(DicomDataset region, int tag) {
		double delta = Math.abs(region.number(tag, 0));
		return delta < 1e3 ? delta : 0;
	}

	private static PlaneSpacing spacing(double[] rowThenColumn, double factor, SpacingSource source, String keyword) {
		return new PlaneSpacing(rowThenColumn[1] * factor, rowThenColumn[0] * factor, source, keyword);
	}

	private static boolean valid(double[] spacing) {
		return spacing.length >= 2 && spacing[0] > 0 && spacing[1] > 0 && Double.isFinite(spacing[0])
				&& Double.isFinite(spacing[1]);
	}
}
