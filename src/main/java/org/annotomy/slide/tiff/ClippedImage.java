package org.annotomy.slide.tiff;

import java.io.IOException;

import org.annotomy.slide.Tile;

/**
 * An image whose right and lower edges are padding.
 *
 * @param width without padding, up to that of the image
 * @param height without padding, up to that of the image
 */
record ClippedImage(TiffImage part, int width, int height) implements DerivedImage {

	@Override
	public Tile read(int column, int row, int sample) throws IOException {
		Tile tile = part.read(column, row, sample);
		int across = Math.min(tile.width(), width - column * tileWidth());
		int down = Math.min(tile.height(), height - row * tileHeight());
		if (across == tile.width() && down == tile.height()) return tile;
		Object pixels = kind().allocate(across * down);
		for (int y = 0; y < down; y++)
			System.arraycopy(tile.samples(), y * tile.width(), pixels, y * across, across);
		return new Tile(across, down, pixels);
	}
}
