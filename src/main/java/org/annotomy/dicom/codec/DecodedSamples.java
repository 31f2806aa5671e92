package org.annotomy.dicom.codec;

import org.annotomy.image.ImageFormatException;

/** Puts what a stream holds into the samples that a dataset describes. */
final class DecodedSamples {

	private DecodedSamples() {}

	/**
	 * The stream's precision may differ from Bits Stored: the stream is right about its coding, the dataset about the bits that count.
	 *
	 * @param unsigned samples of {@code precision} bits; may become part of the result
	 */
	static Object fit(short[] unsigned, int precision, PixelFormat format) throws ImageFormatException {
		requireFit(precision, format);
		Object samples = switch (format.bitsAllocated()) {
			case 8 -> bytes(unsigned);
			case 16 -> unsigned;
			default -> ints(unsigned);
		};
		return stored(samples, precision, format);
	}

	/** @param unsigned 8-bit samples; may become part of the result */
	static Object fit(byte[] unsigned, PixelFormat format) throws ImageFormatException {
		requireFit(8, format);
		if (format.bitsAllocated() != 8) {
			short[] wide = new short[unsigned.length];
			for (int i = 0; i < wide.length; i++)
				wide[i] = (short) (unsigned[i] & 0xff);
			return fit(wide, 8, format);
		}
		return stored(unsigned, 8, format);
	}

	/** @param values as the stream's own sign has it; that of the dataset counts */
	static Object fit(int[] values, int precision, PixelFormat format) throws ImageFormatException {
		requireFit(precision, format);
		Object samples = switch (format.bitsAllocated()) {
			case 8 -> bytes(values);
			case 16 -> shorts(values);
			default -> values.clone();
		};
		return stored(samples, precision, format);
	}

	/** @param planes one for each component, with values as the stream's own sign has them; that of the dataset counts */
	static Object fit(int[][] planes, int precision, PixelFormat format) throws ImageFormatException {
		requireFit(precision, format);
		Object samples = format.newFrame();
		for (int c = 0; c < planes.length; c++)
			interleave(planes[c], samples, c, planes.length);
		return stored(samples, precision, format);
	}

	private static void interleave(int[] plane, Object samples, int first, int step) {
		if (samples instanceof byte[] bytes)
			for (int i = 0, to = first; i < plane.length; i++, to += step)
				bytes[to] = (byte) plane[i];
		else
			if (samples instanceof short[] shorts)
				for (int i = 0, to = first; i < plane.length; i++, to += step)
					shorts[to] = (short) plane[i];
			else
				for (int i = 0, to = first; i < plane.length; i++, to += step)
					((int[]) samples)[to] = plane[i];
	}

	/** Where precision reaches beyond High Bit, the stored bits are where High Bit says; else they are the lowest. */
	private static Object stored(Object samples, int precision, PixelFormat format) {
		SampleBits.normalise(samples, precision > format.highBit() ? format : format.lowAligned());
		return samples;
	}

	static void requireFit(int precision, PixelFormat format) throws ImageFormatException {
		if (precision > format.bitsAllocated() || format.bitsAllocated() < 8 || format.real())
			throw new ImageFormatException(
					"A stream of " + precision + " bits does not fit " + format.bitsAllocated() + " bits per sample.");
	}

	private static byte[] bytes(short[] samples) {
		byte[] bytes = new byte[samples.length];
		for (int i = 0; i < bytes.length; i++)
			bytes[i] = (byte) samples[i];
		return bytes;
	}

	private static byte[] bytes(int[] values) {
		byte[] bytes = new byte[values.length];
		for (int i = 0; i < bytes.length; i++)
			bytes[i] = (byte) values[i];
		return bytes;
	}

	private static short[] shorts(int[] values) {
		short[] shorts = new short[values.length];
		for (int i = 0; i < shorts.length; i++)
			shorts[i] = (short) values[i];
		return shorts;
	}

	private static int[] ints(short[] samples) {
		int[] ints = new int[samples.length];
		for (int i = 0; i < ints.length; i++)
			ints[i] = samples[i] & 0xffff;
		return ints;
	}
}
