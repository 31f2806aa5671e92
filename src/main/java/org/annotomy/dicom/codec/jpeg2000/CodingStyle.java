package org.annotomy.dicom.codec.jpeg2000;

import org.annotomy.image.ImageFormatException;

/**
 * How tiles or their components are coded, COD and COC of ISO/IEC 15444-1 A.6.1 and A.6.2.
 *
 * @param layers 1 for COC, which does not say
 * @param componentTransform whether three components were made one luminance and two colour differences; false for COC
 * @param levels of the wavelet transform
 * @param blockWidth of code-blocks, as a power of two
 * @param precincts for each resolution, the smallest first: width, and height shifted by 4, as powers of two
 */
record CodingStyle(int layers, boolean componentTransform, int levels, int blockWidth, int blockHeight, boolean reversible,
		int[] precincts) {

	private static final int MAX_LEVELS = 28;
	private static final int HIGH_THROUGHPUT = 0x40;
	private static final int WHOLE = 15 | 15 << 4;

	static CodingStyle ofDefault(ByteReader in, int components) throws ImageFormatException {
		int style = in.u8();
		int progression = in.u8();
		int layers = in.u16();
		int transform = in.u8();
		if (transform > 1) throw part2();
		if (progression > 4 || layers == 0 || transform == 1 && components < 3) throw broken();
		return of(in, layers, transform == 1, (style & 1) != 0);
	}

	static CodingStyle ofComponent(ByteReader in, int components) throws ImageFormatException {
		int component = components < 257 ? in.u8() : in.u16();
		if (component >= components) throw broken();
		return of(in, 1, false, (in.u8() & 1) != 0);
	}

	private static CodingStyle of(ByteReader in, int layers, boolean componentTransform, boolean statesPrecincts)
			throws ImageFormatException {
		int levels = in.u8();
		int width = in.u8() + 2;
		int height = in.u8() + 2;
		int blocks = in.u8();
		int wavelet = in.u8();
		if ((blocks & HIGH_THROUGHPUT) != 0)
			throw new ImageFormatException("The stream is High-Throughput JPEG 2000, but the file states JPEG 2000.");
		if (wavelet > 1) throw part2();
		if (levels > MAX_LEVELS || width > 10 || height > 10 || width + height > 12) throw broken();
		int[] precincts = new int[levels + 1];
		for (int i = 0; i <= levels; i++) {
			precincts[i] = statesPrecincts ? in.u8() : WHOLE;
			if (i > 0 && ((precincts[i] & 15) == 0 || precincts[i] >> 4 == 0)) throw broken();
		}
		return new CodingStyle(layers, componentTransform, levels, width, height, wavelet == 1, precincts);
	}

	/** As this one, but with the layers of {@code other}. */
	CodingStyle withLayersOf(CodingStyle other) {
		return new CodingStyle(other.layers, other.componentTransform, levels, blockWidth, blockHeight, reversible, precincts);
	}

	static ImageFormatException part2() {
		return new ImageFormatException(
				"The JPEG 2000 stream uses extensions of part 2 of the standard, which are not supported. "
						+ "Convert the file to an uncompressed transfer syntax first.");
	}

	static ImageFormatException broken() {
		return new ImageFormatException("The header of the JPEG 2000 stream is broken.");
	}
}
