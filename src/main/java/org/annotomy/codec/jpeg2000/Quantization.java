package org.annotomy.codec.jpeg2000;

import org.annotomy.image.ImageFormatException;

/**
 * Step sizes of the sub-bands of one tile-component: the QCD and QCC parameters (T.800 A.6.4, E.1).
 *
 * @param steps one for each sub-band, or one for all: exponent times 2048 plus mantissa
 */
record Quantization(boolean reversible, boolean derived, int guardBits, int[] steps) {

	static Quantization read(ByteCursor segment) throws ImageFormatException {
		int style = segment.unsignedByte();
		int kind = style & 0x1f;
		if (kind > 2) throw new ImageFormatException("The JPEG 2000 quantization is not one of Part 1.");
		int count = kind == 1 ? 1 : kind == 0 ? segment.remaining() : segment.remaining() / 2;
		int[] steps = new int[count];
		for (int b = 0; b < count; b++)
			steps[b] = kind == 0 ? segment.unsignedByte() >> 3 << 11 : segment.unsignedShort();
		return new Quantization(kind == 0, kind == 1, style >> 5, steps);
	}

	/** @param band 0 for LL, then HL, LH and HH of each resolution from the smallest on */
	private int step(int band) throws ImageFormatException {
		int index = derived ? 0 : band;
		if (index >= steps.length) throw new ImageFormatException("The JPEG 2000 header lacks step sizes.");
		return steps[index];
	}

	/** The exponent ε of a sub-band: equation E-5 if it derives from that of LL. */
	private int exponent(int band) throws ImageFormatException {
		int exponent = step(band) >> 11;
		return derived && band > 0 ? exponent - (band - 1) / 3 : exponent;
	}

	/** How many magnitude bit-planes a sub-band has (equation E-2). */
	int bitPlanes(int band) throws ImageFormatException {
		return guardBits + exponent(band) - 1;
	}

	/**
	 * The step size Δ (equation E-3).
	 *
	 * @param range bits of the dynamic range of the sub-band
	 */
	double stepSize(int band, int range) throws ImageFormatException {
		return Math.scalb(1 + (step(band) & 0x7ff) / 2048.0, range - exponent(band));
	}
}
