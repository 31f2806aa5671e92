package org.annotomy.slide.tiff;

import java.util.List;

/**
 * How tiles that overlap lie on a slide.
 *
 * @param areas grids of tiles
 * @param advanceX from a tile to the next, in pixels of level 0; at least half a tile
 * @param advanceY from a tile to the next, in pixels of level 0; at least half a tile
 */
record TileSpacing(List<Area> areas, double advanceX, double advanceY) {

	/**
	 * A grid of tiles.
	 *
	 * @param x of its left edge in pixels of level 0
	 * @param y of its upper edge in pixels of level 0
	 * @param column of its first tile in the file's grid of tiles, as {@code row}
	 * @param columns how many tiles it has
	 */
	record Area(double x, double y, int column, int row, int columns, int rows) {}

	TileSpacing {
		areas = List.copyOf(areas);
	}
}
