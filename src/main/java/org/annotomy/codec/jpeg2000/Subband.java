package org.annotomy.codec.jpeg2000;

import org.annotomy.image.ImageFormatException;

/**
 * One sub-band of a tile-component (T.800 B.5).
 *
 * @param index 0 for LL, then HL, LH and HH of each resolution from the smallest on
 * @param bitPlanes magnitude bit-planes
 * @param stepSize Δ; 1 for a reversible transform
 * @param blockWidth exponent of the width of its code-blocks; {@code blockHeight} likewise
 * @param precinctWidth exponent of the width of a precinct in this sub-band; {@code precinctHeight} likewise
 */
record Subband(int index, Area area, int bitPlanes, double stepSize, int blockWidth, int blockHeight, int precinctWidth,
		int precinctHeight) {

	/** The block decoder works in 32 bits: sign, two bits of headroom, one below the last plane. */
	static final int MAX_BIT_PLANES = 30;

	/** @param precision bits of the samples of the component */
	static Subband of(Area tileComponent, CodingStyle style, Quantization quantization, int index, int precision)
			throws ImageFormatException {
		int resolution = (index + 2) / 3;
		int depth = resolution == 0 ? style.levels() : style.levels() - resolution + 1;
		int x = index == 0 ? 0 : (index - 1) % 3 + 1 & 1;
		int y = index == 0 ? 0 : (index - 1) % 3 + 1 >> 1;
		long half = depth == 0 ? 0 : 1L << depth - 1;
		Area area = tileComponent.downsampled(depth, x * half, y * half);
		int planes = quantization.bitPlanes(index);
		if (style.reversible() && !quantization.reversible())
			throw new ImageFormatException("The JPEG 2000 header states steps for a transform that has none.");
		int shrink = index == 0 ? 0 : 1;
		int precinctWidth = style.precinctWidth(resolution) - shrink;
		int precinctHeight = style.precinctHeight(resolution) - shrink;
		double step = style.reversible() ? 1 : quantization.stepSize(index, precision + x + y);
		return new Subband(index, area, planes, step, Math.min(style.blockWidth(), precinctWidth),
				Math.min(style.blockHeight(), precinctHeight), precinctWidth, precinctHeight);
	}

	/** @param more bit-planes above, for a region of interest */
	void requireBitPlanes(int more) throws ImageFormatException {
		if (bitPlanes < 0 || bitPlanes + more > MAX_BIT_PLANES)
			throw new ImageFormatException(
					"JPEG 2000 with " + (bitPlanes + more) + " bit-planes is not supported; at most " + MAX_BIT_PLANES + ".");
	}

	/** What a precinct has of this sub-band. */
	Area precinct(int column, int row) {
		return new Area((int) Math.max(area.x0(), (long) column << precinctWidth),
				(int) Math.max(area.y0(), (long) row << precinctHeight),
				(int) Math.min(area.x1(), column + 1L << precinctWidth), (int) Math.min(area.y1(), row + 1L << precinctHeight));
	}
}
