package org.annotomy.imagej.display;

import java.awt.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.annotomy.display.PixelSamples;
import org.annotomy.image.SampleType;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Roi;
import ij.process.ImageProcessor;

/** The raw pixel values that windows are found from. */
final class ImageValues {

	/** Of a virtual stack, whose slices must be read from disk, this many are taken at equal steps. */
	private static final int VIRTUAL_PLANES = 32;

	private ImageValues() {}

	/** @param channel from 1 */
	static PixelSamples ofChannel(ImagePlus image, int channel) {
		ImageStack stack = image.getStack();
		int planes = image.getNSlices() * image.getNFrames();
		int taken = stack.isVirtual() ? Math.min(planes, VIRTUAL_PLANES) : planes;
		List<Object> arrays = new ArrayList<>(taken);
		for (int i = 0; i < taken; i++)
			arrays.add(stack.getPixels(channel + image.getNChannels() * (int) ((long) i * planes / taken)));
		return samples(image, arrays);
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
