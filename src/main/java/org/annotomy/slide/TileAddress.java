package org.annotomy.slide;

/**
 * Which tile of a slide; all numbers from 0.
 *
 * @param level of the pyramid, 0 is full resolution
 * @param column of tiles from the left
 * @param row of tiles from the top
 * @param c channel
 * @param z slice (focus)
 * @param t time point
 */
public record TileAddress(int level, int column, int row, int c, int z, int t) {

	/** @throws IllegalArgumentException if a number is negative */
	public TileAddress {
		if ((level | column | row | c | z | t) < 0)
			throw new IllegalArgumentException("A tile has no negative address.");
	}
}
