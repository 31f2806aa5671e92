package org.annotomy.imagej.display;

import ij.ImagePlus;
import ij.measure.Calibration;

/** Between the pixels as ImageJ holds them (raw) and modality values, by ImageJ's calibration function; floats are modality values already. */
final class PixelValues {

	private final Calibration calibration;
	private final boolean calibrated;
	private final int bitDepth;

	private PixelValues(Calibration calibration, int bitDepth) {
		this.calibration = calibration;
		this.bitDepth = bitDepth;
		calibrated = bitDepth != 32 && calibration.calibrated();
	}

	static PixelValues of(ImagePlus image) {
		return new PixelValues(image.getCalibration(), image.getBitDepth());
	}

	double toModality(double raw) {
		return calibrated ? calibration.getCValue(raw) : raw;
	}

	double toRaw(double modality) {
		return calibrated ? calibration.getRawValue(modality) : modality;
	}

	/** Do modality values fall while raw values rise? */
	boolean areFalling() {
		return toModality(1) < toModality(0);
	}

	/** Are all modality values whole numbers? */
	boolean areWhole() {
		if (bitDepth == 32) return false;
		return toModality(0) == Math.rint(toModality(0)) && Math.abs(toModality(1) - toModality(0)) == 1;
	}

	/** Unit of the modality values; empty if ImageJ knows none. */
	String unit() {
		String unit = calibration.getValueUnit();
		return unit == null || unit.equals(Calibration.DEFAULT_VALUE_UNIT) ? "" : unit;
	}
}
