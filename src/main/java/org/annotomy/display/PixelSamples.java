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

	private static final int PLANES_ON_DEMAND = 16;

	/** @throws IllegalArgumentException for 64-bit integers, which images in memory do not have */
	public PixelSamples {
		if (type.is64BitInteger()) throw new IllegalArgumentException("There are no planes of " + type + ".");
	}

	public static PixelSamples of(SampleType type, List<?> planes) {
		return new PixelSamples(type, planes, Double.NaN, Double.NaN);
	}

	/** All slices and time points of one channel; not a copy. Of an image that is loaded on demand a few, at equal steps. */
	public static PixelSamples of(MedicalImage image, int channel) {
		int count = image.slices() * image.timePoints();
		int taken = image.onDemand().isPresent() ? Math.min(count, PLANES_ON_DEMAND) : count;
		List<Object> planes = new ArrayList<>();
		for (int i = 0; i < taken; i++)
			planes.add(image.plane(channel + image.channels() * (int) ((long) i * count / taken)));
		return of(SampleType.of(image.type()), planes);
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
