package org.annotomy.dicom.codec;

import java.util.Random;

/** Samples that tests encode, and what a dataset says of them. */
final class Frames {

	private Frames() {}

	static PixelFormat gray(int rows, int columns, int allocated, int stored, boolean signed) {
		return new PixelFormat(rows, columns, 1, allocated, stored, stored - 1, signed, false, "MONOCHROME2", false, 1);
	}

	static PixelFormat color(int rows, int columns, int allocated, String photometric) {
		return new PixelFormat(rows, columns, 3, allocated, allocated, allocated - 1, false, false, photometric, false, 1);
	}

	/** Smooth waves and noise over the whole range of {@code bits}, each component another; pixel by pixel. */
	static int[] waves(long seed, int rows, int columns, int components, int bits, boolean signed) {
		Random random = new Random(seed);
		double middle = signed ? 0 : (1L << bits) / 2d;
		double swing = (1L << bits) * 0.48;
		int[] samples = new int[rows * columns * components];
		for (int i = 0; i < samples.length; i++) {
			int pixel = i / components;
			double wave = Math.sin((pixel % columns) / (7d + i % components)) * Math.cos(pixel / columns / 11d);
			samples[i] = (int) Math.floor(middle + swing * (0.95 * wave + 0.05 * (random.nextDouble() - 0.5)));
		}
		return samples;
	}

	/** The samples of a frame as numbers, by the sign of the format. */
	static int[] values(Object samples, boolean signed) {
		if (samples instanceof int[] ints) return ints;
		int length = java.lang.reflect.Array.getLength(samples);
		int[] values = new int[length];
		for (int i = 0; i < length; i++)
			if (samples instanceof byte[] bytes) values[i] = signed ? bytes[i] : bytes[i] & 0xff;
			else values[i] = signed ? ((short[]) samples)[i] : ((short[]) samples)[i] & 0xffff;
		return values;
	}
}
