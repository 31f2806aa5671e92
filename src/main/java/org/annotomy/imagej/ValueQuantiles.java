package org.annotomy.imagej;

import java.util.Arrays;

import ij.ImagePlus;
import ij.ImageStack;

/** Quantiles of the pixel values of one channel, from a sample spread evenly over its planes. */
final class ValueQuantiles {

	private static final int PLANES = 16;
	private static final int SAMPLES = 1 << 20;
	private static final int LEVELS_16 = 1 << 16;

	private ValueQuantiles() {}

	/**
	 * @param image 8, 16 or 32 bit
	 * @param channel from 1
	 * @return values as ImageJ holds them; 0 and 0 if there is no finite one
	 */
	static double[] of(ImagePlus image, int channel, double low, double high) {
		double[] values = sample(image, channel);
		if (values.length == 0) return new double[]{0, 0};
		Arrays.sort(values);
		return new double[]{at(values, low), at(values, high)};
	}

	private static double at(double[] ascending, double quantile) {
		return ascending[(int) Math.round(quantile * (ascending.length - 1))];
	}

	private static double[] sample(ImagePlus image, int channel) {
		int perChannel = image.getNSlices() * image.getNFrames();
		int planes = Math.min(perChannel, PLANES);
		int pixels = image.getWidth() * image.getHeight();
		// An odd step does not run along columns of images whose width is a power of two.
		int step = Math.max(1, (int) ((long) pixels * planes / SAMPLES)) | 1;
		double[] values = new double[planes * (pixels / step + 1)];
		int count = 0;
		ImageStack stack = image.getStack();
		for (int i = 0; i < planes; i++) {
			int index = (int) ((long) i * perChannel / planes) * image.getNChannels() + channel;
			Object plane = stack.getPixels(index);
			for (int p = 0; p < pixels; p += step) {
				double value = value(plane, p);
				if (Double.isFinite(value)) values[count++] = value;
			}
		}
		return Arrays.copyOf(values, count);
	}

	private static double value(Object plane, int index) {
		if (plane instanceof short[] p) return p[index] & LEVELS_16 - 1;
		if (plane instanceof byte[] p) return p[index] & 0xff;
		return ((float[]) plane)[index];
	}
}
