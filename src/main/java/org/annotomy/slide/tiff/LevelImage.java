package org.annotomy.slide.tiff;

import java.io.IOException;

import org.annotomy.slide.PixelKind;
import org.annotomy.slide.Tile;

/** The pixels of one level in tiles, however they are stored. */
interface LevelImage {

	int width();

	int height();

	int tileWidth();

	int tileHeight();

	PixelKind kind();

	/** Of a pixel; colours count as they are stored. */
	int samples();

	/** The page with its tags, or that of one of its parts. */
	TiffDirectory directory();

	/**
	 * @param column of the tile, as {@code row}; there must be such a tile
	 * @param sample which of a pixel, for grey
	 */
	Tile read(int column, int row, int sample) throws IOException;

	/** How many pieces are stored. */
	long chunks();

	/** The bytes of a piece as they are in the file; null if it leaves them out. */
	byte[] stored(long index) throws IOException;
}
