package org.annotomy.slide.render;

import org.annotomy.slide.Tile;

/**
 * A tile, or some of its rows.
 *
 * @param pixels of the rows
 * @param from which row of the tile is the first of them; 0 for the whole tile
 */
record TileRows(Tile pixels, int from) {}
