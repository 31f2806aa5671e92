package org.annotomy.slide.tiff;

import java.io.IOException;

import org.annotomy.slide.PixelKind;
import org.annotomy.slide.Tile;

/**
 * An image whose right and lower edges are padding.
 *
 * @param width without padding, up to that of the image
 * @param height without padding, up to that of the image
 */
record ClippedImage(TiffImage image, int width, int height) implements LevelImage {

	@Override
	public int tileWidth() {
		return image.tileWidth();
	}

	@Override
	public int tileHeight() {
		return image.tileHeight();
	}

	@Override
	public PixelKind kind() {
		return image.kind();
	}

	@Override
	public int samples() {
		return image.samples();
	}

	@Override
	public TiffDirectory directory() {
		return image.directory();
	}

	@Override
	public Tile read(int column, int row, int sample) throws IOException {
		Tile tile = image.read(column, row, sample);
		int across = Math.min(tile.width(), width - column * tileWidth());
		int down = Math.min(tile.height(), height - row * tileHeight());
		if (across == tile.width() && down == tile.height()) return tile;
		Object pixels = kind().allocate(across * down);
		for (int y = 0; y < down; y++)
			System.arraycopy(tile.samples(), y * tile.width(), pixels, y * across, across);
		return new Tile(across, down, pixels);
	}

	@Override
	public long chunks() {
		return image.chunks();
	}

	@Override
	public byte[] stored(long index) throws IOException {
		return image.stored(index);
	}
}
