package org.annotomy.display;

import org.annotomy.image.SampleType;
/** The inner loops of {@link KeyCounts}: one per kind of array. */
final class PlaneKeys {

	private static final int SIGN = 0x80000000;

	private PlaneKeys() {}

	/**
	 * Adds the keys of one plane to the tables.
	 *
	 * @param upperBin -1 to count the upper (or only) 16 bits; else count the lower 16 bits where the upper ones are these
	 * @throws IllegalArgumentException if the array does not fit the type
	 */
	static void count(PixelSamples samples, Object plane, int upperBin, int[] even, int[] odd) {
		SampleType type = samples.type();
		switch (type) {
			case UINT8, INT8 -> bytes((byte[]) plane, type == SampleType.INT8 ? 0x80 : 0, even, odd);
			case UINT16, INT16 -> shorts((short[]) plane, type == SampleType.INT16 ? 0x8000 : 0, even, odd);
			case UINT32, INT32 -> ints(samples, (int[]) plane, upperBin, even);
			case FLOAT32 -> floats(samples, (float[]) plane, upperBin, even);
			default -> doubles(samples, (double[]) plane, upperBin, even);
		}
	}

	private static void bytes(byte[] plane, int flip, int[] even, int[] odd) {
		int pairs = plane.length & ~1;
		for (int i = 0; i < pairs; i += 2) {
			even[(plane[i] ^ flip) & 0xff]++;
			odd[(plane[i + 1] ^ flip) & 0xff]++;
		}
		if (pairs < plane.length) even[(plane[pairs] ^ flip) & 0xff]++;
	}

	private static void shorts(short[] plane, int flip, int[] even, int[] odd) {
		int pairs = plane.length & ~1;
		for (int i = 0; i < pairs; i += 2) {
			even[(plane[i] ^ flip) & 0xffff]++;
			odd[(plane[i + 1] ^ flip) & 0xffff]++;
		}
		if (pairs < plane.length) even[(plane[pairs] ^ flip) & 0xffff]++;
	}

	private static void ints(PixelSamples samples, int[] plane, int upperBin, int[] counts) {
		boolean signed = samples.type() == SampleType.INT32;
		boolean padded = samples.hasPadding();
		for (int value : plane) {
			if (padded && samples.isPadding(signed ? value : Integer.toUnsignedLong(value))) continue;
			add(signed ? value ^ SIGN : value, upperBin, counts);
		}
	}

	private static void floats(PixelSamples samples, float[] plane, int upperBin, int[] counts) {
		boolean padded = samples.hasPadding();
		for (float value : plane)
			if (Float.isFinite(value) && !(padded && samples.isPadding(value))) add(key(value), upperBin, counts);
	}

	private static void doubles(PixelSamples samples, double[] plane, int upperBin, int[] counts) {
		boolean padded = samples.hasPadding();
		for (double value : plane)
			if (Double.isFinite(value) && !(padded && samples.isPadding(value)))
				add(key((float) Math.max(-Float.MAX_VALUE, Math.min(Float.MAX_VALUE, value))), upperBin, counts);
	}

	private static int key(float value) {
		int bits = Float.floatToRawIntBits(value);
		return bits ^ (bits >> 31 | SIGN);
	}

	private static void add(int key, int upperBin, int[] counts) {
		if (upperBin < 0) counts[key >>> 16]++;
		else if (key >>> 16 == upperBin) counts[key & 0xffff]++;
	}
}
