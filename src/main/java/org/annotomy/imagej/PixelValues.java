package org.annotomy.imagej;

import java.util.function.DoubleUnaryOperator;

import org.annotomy.image.ValueScale;

import ij.ImagePlus;
import ij.measure.Calibration;

/** Between the pixels as ImageJ holds them (raw) and modality values; floats are modality values already. */
public final class PixelValues {

	private final DoubleUnaryOperator toModality;
	private final DoubleUnaryOperator toRaw;
	private final boolean floats;
	private final String unit;

	private PixelValues(DoubleUnaryOperator toModality, DoubleUnaryOperator toRaw, boolean floats, String unit) {
		this.toModality = toModality;
		this.toRaw = toRaw;
		this.floats = floats;
		this.unit = unit;
	}

	/** By ImageJ's calibration function, which need not be a straight line. */
	public static PixelValues of(ImagePlus image) {
		Calibration calibration = image.getCalibration();
		String stated = calibration.getValueUnit();
		String unit = stated == null || stated.equals(Calibration.DEFAULT_VALUE_UNIT) ? "" : stated;
		boolean floats = image.getBitDepth() == 32;
		if (floats || !calibration.calibrated())
			return new PixelValues(DoubleUnaryOperator.identity(), DoubleUnaryOperator.identity(), floats, unit);
		return new PixelValues(calibration::getCValue, calibration::getRawValue, false, unit);
	}

	/** @param scale from the pixels as ImageJ holds them to modality values */
	static PixelValues of(ValueScale scale, int bitDepth) {
		return new PixelValues(scale::toModality, scale::toStored, bitDepth == 32, scale.unit());
	}

	public double toModality(double raw) {
		return toModality.applyAsDouble(raw);
	}

	public double toRaw(double modality) {
		return toRaw.applyAsDouble(modality);
	}

	/** Do modality values fall while raw values rise? */
	public boolean areFalling() {
		return toModality(1) < toModality(0);
	}

	/** Are all modality values whole numbers? */
	public boolean areWhole() {
		return !floats && toModality(0) == Math.rint(toModality(0)) && Math.abs(toModality(1) - toModality(0)) == 1;
	}

	/** Unit of the modality values; empty if ImageJ knows none. */
	public String unit() {
		return unit;
	}
}
