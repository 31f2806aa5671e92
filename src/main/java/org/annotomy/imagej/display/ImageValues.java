package org.annotomy.imagej.display;

import java.awt.Point;
import java.util.Arrays;
import java.util.List;

import org.annotomy.display.PixelSamples;
import org.annotomy.image.SampleType;
import org.annotomy.imagej.PlaneSampling;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.ImageProcessor;

/** The raw pixel values that windows are found from. */
final class ImageValues {

	/** Of a virtual stack, whose slices must be read from disk, this many are taken at equal steps. */
	private static final int VIRTUAL_PLANES = 32;

	private ImageValues() {}

	/** @param channel from 1 */
	static PixelSamples ofChannel(ImagePlus image, int channel) {
		int most = image.getStack().isVirtual() ? VIRTUAL_PLANES : Integer.MAX_VALUE;
		return samples(image, PlaneSampling.arrays(image, channel, most));
	}

	/**
	 * The values inside the selection on the plane on display.
	 *
	 * @throws IllegalArgumentException if there is no selection, or it lies outside the image
	 */
	static PixelSamples ofSelection(ImagePlus image) {
		Roi roi = image.getRoi();
		if (roi == null)
			throw new IllegalArgumentException(
					"There is no selection to find a window from. Draw one around what you want to see.");
		ImageProcessor plane = image.getProcessor();
		float[] values = new float[1024];
		int count = 0;
		for (Point p : roi) {
			if (p.x < 0 || p.y < 0 || p.x >= image.getWidth() || p.y >= image.getHeight()) continue;
			if (count == values.length) values = Arrays.copyOf(values, 2 * count);
			values[count++] = plane.getf(p.x, p.y);
		}
		if (count == 0) throw new IllegalArgumentException("The selection lies outside the image.");
		return PixelSamples.of(SampleType.FLOAT32, List.of(Arrays.copyOf(values, count)));
	}

	private static PixelSamples samples(ImagePlus image, List<Object> arrays) {
		return PixelSamples.of(switch (image.getBitDepth()) {
			case 8 -> SampleType.UINT8;
			case 16 -> SampleType.UINT16;
			default -> SampleType.FLOAT32;
		}, arrays);
	}
}
