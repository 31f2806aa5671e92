package org.annotomy.imagej;

import java.util.Locale;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Position;
import org.annotomy.image.MedicalImage;
import org.annotomy.image.ValueScale;

import ij.ImagePlus;
import ij.measure.Calibration;

/** ImageJ's calibration from an image's spacing and values, and what a calibration of ImageJ's own means in millimetres. */
public final class Calibrations {

	private static final String PIXEL = "pixel";
	private static final double MS_PER_SECOND = 1000;

	private Calibrations() {}

	/**
	 * Pixel size in mm where the image knows it, else in pixels; pixel depth is the distance of slices along their normal; frame interval
	 * in seconds; values in the modality's unit.
	 */
	static Calibration of(MedicalImage image, ImagePlus target) {
		Calibration calibration = new Calibration(target);
		double[] spacing = image.pixelSpacing();
		if (image.spacingSource().isKnown() && isLength(spacing[0]) && isLength(spacing[1])) {
			calibration.pixelWidth = spacing[0];
			calibration.pixelHeight = spacing[1];
			calibration.setUnit("mm");
			double depth = sliceDistance(image);
			if (isLength(depth)) calibration.pixelDepth = depth;
			else calibration.setZUnit(PIXEL);
		}
		if (isLength(image.frameTimeMs())) {
			calibration.frameInterval = image.frameTimeMs() / MS_PER_SECOND;
			calibration.fps = MS_PER_SECOND / image.frameTimeMs();
			calibration.setTimeUnit("sec");
		}
		setValues(calibration, image.scale(), target.getBitDepth());
		return calibration;
	}

	/** Distances along x, y, z in mm; NaN along an axis whose unit is not a length or whose size is not known. */
	public static double[] spacingMm(Calibration calibration) {
		double x = millimetres(calibration.pixelWidth, calibration.getXUnit());
		double y = millimetres(calibration.pixelHeight, calibration.getYUnit());
		double z = millimetres(calibration.pixelDepth, calibration.getZUnit());
		return Double.isNaN(x) || Double.isNaN(y) ? new double[]{Double.NaN, Double.NaN, Double.NaN} : new double[]{x, y, z};
	}

	/** What the pixel values mean: a straight line, if the calibration has one, else themselves. */
	static ValueScale valueScale(Calibration calibration, int bitDepth) {
		boolean counts = bitDepth == 8 || bitDepth == 16;
		if (!counts || !calibration.calibrated()) return ValueScale.IDENTITY;
		double[] line = calibration.getCoefficients();
		if (calibration.getFunction() != Calibration.STRAIGHT_LINE || line == null || line[1] == 0) return ValueScale.IDENTITY;
		String unit = calibration.getValueUnit();
		return new ValueScale(line[1], line[0], Calibration.DEFAULT_VALUE_UNIT.equals(unit) ? "" : unit);
	}

	/** Distance between slices along their common normal in mm; NaN if unknown. Shorter than the way between voxels if they are sheared. */
	static double sliceDistance(MedicalImage image) {
		Affine affine = image.voxelToPatient();
		if (affine == null) return image.pixelSpacing()[2];
		Position normal = affine.step(0).cross(affine.step(1));
		return Math.abs(affine.step(2).dot(normal)) / normal.norm();
	}

	private static void setValues(Calibration calibration, ValueScale scale, int bitDepth) {
		boolean counts = bitDepth == 8 || bitDepth == 16;
		if (counts && !(scale.isIdentity() && scale.unit().isEmpty())) {
			String unit = scale.unit().isEmpty() ? Calibration.DEFAULT_VALUE_UNIT : scale.unit();
			calibration.setFunction(Calibration.STRAIGHT_LINE, new double[]{scale.intercept(), scale.slope()}, unit);
		} else if (!scale.unit().isEmpty()) calibration.setValueUnit(scale.unit());
	}

	private static double millimetres(double length, String unit) {
		return isPrintUnit(unit) || !isLength(length) ? Double.NaN : length * LengthUnits.toMm(unit);
	}

	/** Inches come from print resolutions, which say nothing about the size of the thing shown. */
	private static boolean isPrintUnit(String unit) {
		return unit != null && unit.trim().toLowerCase(Locale.ROOT).startsWith("in");
	}

	private static boolean isLength(double value) {
		return value > 0 && !Double.isInfinite(value);
	}
}
