package org.annotomy.slide;

/**
 * One resolution of a slide: so many pixels, cut into tiles of equal size (those at the right and lower edge end with the level).
 *
 * @param width in pixels of this level
 * @param height in pixels of this level
 * @param tileWidth of the stored unit, in pixels of this level
 * @param tileHeight of the stored unit, in pixels of this level
 * @param downsample how many pixels of level 0 one pixel of this level spans; 1 for level 0. Sizes are rounded in files, so it need not be
 *            the exact ratio of the widths: see {@link #downsample(int, int, int, int)}
 */
public record PyramidLevel(int width, int height, int tileWidth, int tileHeight, double downsample) {

	private static final double SNAP = 0.01;

	/** @throws IllegalArgumentException if a size is not positive or the downsample below 1 */
	public PyramidLevel {
		if (width < 1 || height < 1 || tileWidth < 1 || tileHeight < 1)
			throw new IllegalArgumentException("A pyramid level of " + width + " × " + height + " pixels in tiles of " + tileWidth
					+ " × " + tileHeight + " cannot be.");
		if (!(downsample >= 1))
			throw new IllegalArgumentException("A pyramid level cannot have a downsample of " + downsample + ".");
	}

	/**
	 * The downsample that sizes stand for. Files round sizes down, so ratios come out a little wrong (128.07 instead of 128): one within
	 * 1 % of an integer is that integer.
	 */
	public static double downsample(int fullWidth, int fullHeight, int width, int height) {
		double ratio = Math.max(1, ((double) fullWidth / width + (double) fullHeight / height) / 2);
		double integer = Math.rint(ratio);
		return Math.abs(ratio - integer) <= SNAP * integer ? integer : ratio;
	}

	/** Count of tiles from left to right. */
	public int columns() {
		return (int) (((long) width + tileWidth - 1) / tileWidth);
	}

	/** Count of tiles from top to bottom. */
	public int rows() {
		return (int) (((long) height + tileHeight - 1) / tileHeight);
	}

	/** Width of the tiles in a column: {@link #tileWidth}, or less in the last one. */
	public int widthOf(int column) {
		return (int) Math.min(tileWidth, width - (long) column * tileWidth);
	}

	/** Height of the tiles in a row: {@link #tileHeight}, or less in the last one. */
	public int heightOf(int row) {
		return (int) Math.min(tileHeight, height - (long) row * tileHeight);
	}
}
