package org.annotomy.display;

import org.annotomy.image.SampleType;
import java.util.ArrayList;
import java.util.List;

import org.annotomy.image.MedicalImage;

/**
 * The stored values that a window is found from.
 *
 * @param planes arrays as {@code type} says; read from two threads at once, never changed
 * @param paddingFrom lowest stored value that stands for no measurement (DICOM Pixel Padding Value); NaN if there is none
 * @param paddingTo highest such value; NaN if there is none
 */
public record PixelSamples(SampleType type, List<?> planes, double paddingFrom, double paddingTo) {

	/** @throws IllegalArgumentException for 64-bit integers, which images in memory do not have */
	public PixelSamples {
		if (type.is64BitInteger()) throw new IllegalArgumentException("There are no planes of " + type + ".");
	}

	public static PixelSamples of(SampleType type, List<?> planes) {
		return new PixelSamples(type, planes, Double.NaN, Double.NaN);
	}

	/** All slices and time points of one channel; not a copy. */
	public static PixelSamples of(MedicalImage image, int channel) {
		List<Object> planes = new ArrayList<>();
		for (int t = 0; t < image.timePoints(); t++)
			for (int z = 0; z < image.slices(); z++)
				planes.add(image.plane(channel, z, t));
		return of(SampleType.of(image.pixels().firstElement()), planes);
	}

	/** Without the stored values from {@code from} to {@code to}, in any order. */
	public PixelSamples withoutPadding(double from, double to) {
		return new PixelSamples(type, planes, Math.min(from, to), Math.max(from, to));
	}

	boolean hasPadding() {
		return !Double.isNaN(paddingFrom);
	}

	boolean isPadding(double stored) {
		return stored >= paddingFrom && stored <= paddingTo;
	}
}
