package org.annotomy.slide.tiff;

import java.io.IOException;

import org.annotomy.codec.jpeg.JpegHeader;
import org.annotomy.codec.jpeg.JpegPicture;
import org.annotomy.image.ImageFormatException;
import org.annotomy.slide.RecentPixels;
import org.annotomy.slide.Tile;

/**
 * An image in one JPEG stream that cannot be cut: decoded as a whole and kept for its other tiles.
 *
 * @param width as the stream says
 * @param height as the stream says
 */
record WholeJpegImage(JpegStrip strip, int width, int height, RecentPixels recent) implements JpegImage {

	/** What is decoded at once. */
	static final long MAX_PIXELS = 16 << 20;
	private static final int TILE = 512;

	@Override
	public int tileWidth() {
		return TILE;
	}

	@Override
	public int tileHeight() {
		return TILE;
	}

	@Override
	public Tile read(int column, int row, int sample) throws IOException {
		int[] whole;
		synchronized (recent) { // several threads ask for tiles of a level at once: one decodes, the others wait for it
			whole = recent.get(strip.page(), this::decode);
		}
		int across = Math.min(TILE, width - column * TILE);
		int down = Math.min(TILE, height - row * TILE);
		int[] rgb = new int[across * down];
		for (int y = 0; y < down; y++)
			System.arraycopy(whole, column * TILE + (row * TILE + y) * width, rgb, y * across, across);
		return new Tile(across, down, rgb);
	}

	private int[] decode() throws IOException {
		byte[] stream = strip.whole();
		JpegHeader header = JpegHeader.of(stream);
		if (header.columns() != width || header.rows() != height)
			throw new ImageFormatException("A level of the slide has another size than its header says.");
		try {
			return JpegPicture.rgb(stream, header);
		} catch (RuntimeException e) {
			throw new ImageFormatException("A level of the slide is broken.", e);
		}
	}
}
