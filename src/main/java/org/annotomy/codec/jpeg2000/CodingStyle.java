package org.annotomy.codec.jpeg2000;

import java.util.Arrays;

import org.annotomy.image.ImageFormatException;

/**
 * How one tile-component is coded: the SPcod and SPcoc parameters (T.800 A.6.1, T.814 A.4).
 *
 * @param levels decomposition levels, 0 to 32
 * @param blockWidth exponent of the width of code-blocks; {@code blockHeight} likewise
 * @param reversible 5/3 wavelet, else 9/7
 * @param precincts one byte for each resolution: exponent of the width in the low half, of the height in the high half
 */
record CodingStyle(int levels, int blockWidth, int blockHeight, BlockStyle blockStyle, boolean reversible, int[] precincts) {

	private static final int MAX_LEVELS = 32;
	private static final int UNLIMITED_PRECINCT = 0xff;

	/** @param ownPrecincts whether sizes of precincts follow (Scod, Scoc) */
	static CodingStyle read(ByteCursor segment, boolean ownPrecincts) throws ImageFormatException {
		int levels = segment.unsignedByte();
		int width = segment.unsignedByte() + 2;
		int height = segment.unsignedByte() + 2;
		int style = segment.unsignedByte();
		int transform = segment.unsignedByte();
		if (levels > MAX_LEVELS || width > 10 || height > 10 || width + height > 12 || transform > 1)
			throw new ImageFormatException("The JPEG 2000 coding style is not one of Part 1.");
		int[] precincts = new int[levels + 1];
		Arrays.fill(precincts, UNLIMITED_PRECINCT);
		for (int r = 0; ownPrecincts && r <= levels; r++) {
			precincts[r] = segment.unsignedByte();
			if (r > 0 && ((precincts[r] & 15) == 0 || precincts[r] >> 4 == 0))
				throw new ImageFormatException("The JPEG 2000 header states precincts of no size.");
		}
		return new CodingStyle(levels, width, height, BlockStyle.of(style), transform == 1, precincts);
	}

	int precinctWidth(int resolution) {
		return precincts[resolution] & 15;
	}

	int precinctHeight(int resolution) {
		return precincts[resolution] >> 4;
	}
}
