package org.annotomy.slide.tiff;

import java.io.IOException;
import java.util.Optional;

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

	/**
	 * As {@link org.annotomy.slide.Slide#readRows}; of colours only.
	 *
	 * @param from first row within the tile
	 * @param rows of which there are as many, not all of them
	 */
	default Optional<Tile> readRows(int column, int row, int from, int rows) throws IOException {
		return Optional.empty();
	}

	/** How many pieces are stored. */
	long chunks();

	/** The bytes of a piece as they are in the file; null if it leaves them out. */
	byte[] stored(long index) throws IOException;
}
