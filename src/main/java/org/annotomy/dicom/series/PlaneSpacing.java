package org.annotomy.dicom.series;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.image.ImageRegion;
import org.annotomy.image.SpacingSource;

/**
 * Pixel spacing of an image without a place in the patient, and how far to trust it (PS3.3 10.7, C.8.5.5, C.8.7.1).
 *
 * @param xMm between columns; NaN if unknown
 * @param yMm between rows
 * @param keyword of the data element it comes from, or null
 */
record PlaneSpacing(double xMm, double yMm, SpacingSource source, String keyword) {

	private static final PlaneSpacing UNKNOWN = new PlaneSpacing(Double.NaN, Double.NaN, SpacingSource.NONE, null);
	private static final PlaneSpacing SHAPE_ONLY = new PlaneSpacing(Double.NaN, Double.NaN, SpacingSource.ASPECT_RATIO, null);
	/** Two spacings that differ by less are the same number, rounded. */
	private static final double EQUAL = 1e-4;
	private static final double LARGEST_MAGNIFICATION = 20;
	private static final double LARGEST_MM = 1e4;
	/** Here distances from source to detector and patient are those of a projection. */
	private static final Set<String> PROJECTIONS = Set.of("CR", "DX", "MG", "XA", "RF", "IO", "PX", "RG", "RTIMAGE");

	/**
	 * The rules for projections, ultrasound and captured images, from the most to the least specific.
	 *
	 * @param regions the parts of an ultrasound picture
	 * @param warnings is added to
	 */
	static PlaneSpacing of(FrameAttributes attributes, List<ImageRegion> regions, List<String> warnings) {
		DicomDataset dataset = attributes.dataset();
		PlaneSpacing ultrasound = ofRegions(regions, warnings);
		if (ultrasound != null) return ultrasound;
		double[] pixel = checked(attributes.doubles(Tag.PIXEL_MEASURES_SEQUENCE, Tag.PIXEL_SPACING), warnings);
		double[] imager = checked(dataset.doubles(Tag.IMAGER_PIXEL_SPACING), warnings);
		if (pixel != null) return ofPixelSpacing(dataset, pixel, imager, warnings);
		if (imager != null) return ofImager(dataset, imager);
		double[] nominal = checked(dataset.doubles(Tag.NOMINAL_SCANNED_PIXEL_SPACING), warnings);
		if (nominal != null) return spacing(nominal, 1, SpacingSource.NOMINAL, "NominalScannedPixelSpacing");
		return ofAspect(dataset, warnings);
	}

	private static PlaneSpacing ofPixelSpacing(DicomDataset dataset, double[] pixel, double[] imager, List<String> warnings) {
		switch (dataset.string(Tag.PIXEL_SPACING_CALIBRATION_TYPE, "")) {
			case "GEOMETRY" :
				return spacing(pixel, 1, SpacingSource.GEOMETRY, "PixelSpacing");
			case "FIDUCIAL" :
				return spacing(pixel, 1, SpacingSource.FIDUCIAL, "PixelSpacing");
			default :
				break;
		}
		if (imager == null) {
			if (pixel[0] == 1 && pixel[1] == 1)
				warnings.add(
						"The file states a pixel size of exactly 1 × 1 mm, which is often a placeholder: check it before measuring.");
			return spacing(pixel, 1, SpacingSource.STATED, "PixelSpacing");
		}
		if (same(pixel, imager, 1)) return ofImager(dataset, imager);
		double magnification = estimatedMagnification(dataset);
		boolean divided = magnification > 1 && same(pixel, imager, magnification);
		return spacing(pixel, 1, divided ? SpacingSource.MAGNIFICATION : SpacingSource.CALIBRATED, "PixelSpacing");
	}

	/** At the detector, or corrected by the magnification that the modality estimates or its distances give. */
	private static PlaneSpacing ofImager(DicomDataset dataset, double[] imager) {
		double magnification = estimatedMagnification(dataset);
		return magnification > 0
				? spacing(imager, 1 / magnification, SpacingSource.MAGNIFICATION, "ImagerPixelSpacing")
				: spacing(imager, 1, SpacingSource.DETECTOR, "ImagerPixelSpacing");
	}

	/** 0 if the file has none that can be. */
	private static double estimatedMagnification(DicomDataset dataset) {
		double stated = dataset.number(Tag.ESTIMATED_RADIOGRAPHIC_MAGNIFICATION_FACTOR, 0);
		if (stated >= 1 && stated < LARGEST_MAGNIFICATION) return stated;
		if (!PROJECTIONS.contains(dataset.string(Tag.MODALITY, ""))) return 0;
		double toDetector = dataset.number(Tag.DISTANCE_SOURCE_TO_DETECTOR, 0);
		double toPatient = dataset.number(Tag.DISTANCE_SOURCE_TO_PATIENT, 0);
		double ratio = toPatient > 0 ? toDetector / toPatient : 0;
		return ratio >= 1 && ratio < LARGEST_MAGNIFICATION ? ratio : 0;
	}

	/** The largest region that is measured in lengths stands for all where a program knows one pixel size only. */
	private static PlaneSpacing ofRegions(List<ImageRegion> regions, List<String> warnings) {
		List<ImageRegion> metric = regions.stream().filter(ImageRegion::isMetric).toList();
		if (metric.isEmpty()) return null;
		ImageRegion best = metric.stream().max(Comparator.comparingLong(ImageRegion::area)).orElseThrow();
		warnings.add(
				String.format(Locale.ROOT, "Lengths hold inside the ultrasound region%s only (%s).", metric.size() > 1 ? "s" : "",
						String.join("; ", metric.stream().map(PlaneSpacing::words).toList())));
		return new PlaneSpacing(best.xMm(), best.yMm(), SpacingSource.ULTRASOUND_REGION, "SequenceOfUltrasoundRegions");
	}

	private static String words(ImageRegion region) {
		return String.format(Locale.ROOT, "x %d to %d, y %d to %d", region.x0(), region.x1(), region.y0(), region.y1());
	}

	private static PlaneSpacing ofAspect(DicomDataset dataset, List<String> warnings) {
		int[] aspect = dataset.ints(Tag.PIXEL_ASPECT_RATIO);
		boolean square = aspect.length != 2 || aspect[0] <= 0 || aspect[1] <= 0 || aspect[0] == aspect[1];
		if (square) return UNKNOWN;
		warnings.add(String.format(Locale.ROOT,
				"Pixels are not square (height to width %d:%d) and their size is unknown: lengths are counted in pixels.",
				aspect[0],
				aspect[1]));
		return SHAPE_ONLY;
	}

	private static PlaneSpacing spacing(double[] rowThenColumn, double factor, SpacingSource source, String keyword) {
		return new PlaneSpacing(rowThenColumn[1] * factor, rowThenColumn[0] * factor, source, keyword);
	}

	private static boolean same(double[] pixel, double[] imager, double magnification) {
		return Math.abs(pixel[0] - imager[0] / magnification) <= EQUAL && Math.abs(pixel[1] - imager[1] / magnification) <= EQUAL;
	}

	/** Null if absent, or, with a warning, if it cannot be. */
	private static double[] checked(double[] spacing, List<String> warnings) {
		if (spacing.length == 0) return null;
		boolean valid = spacing.length >= 2 && spacing[0] > 0 && spacing[1] > 0 && spacing[0] < LARGEST_MM
				&& spacing[1] < LARGEST_MM;
		if (valid) return spacing;
		warnings.add("The file states a pixel size that cannot be (zero, negative, too large or no number); it is not used.");
		return null;
	}
}
