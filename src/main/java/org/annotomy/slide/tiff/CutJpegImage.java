package org.annotomy.slide.tiff;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.annotomy.codec.jpeg.JpegHeader;
import org.annotomy.codec.jpeg.JpegPicture;
import org.annotomy.image.ImageFormatException;
import org.annotomy.slide.Tile;

/** A large image in one JPEG stream, cut at its restart markers into pieces that lie side by side and are as high as a row of its blocks. */
final class CutJpegImage implements JpegImage {

	private static final int LOWEST_TILE = 64;
	private static final int NARROWEST_TILE = 512;

	private final JpegStrip strip;
	private final JpegStart start;
	private final RestartIndex pieces;
	private final int width;
	private final int height;
	private final int pieceWidth;
	private final int pieceHeight;
	private final int piecesAcross;
	private final int tileWidth;
	private final int tileHeight;

	/**
	 * @param width that the file states, since the stream may not
	 * @param height that the file states
	 */
	CutJpegImage(JpegStrip strip, JpegStart start, int width, int height) throws IOException {
		this.strip = strip;
		this.start = start;
		this.width = width;
		this.height = height;
		pieceWidth = start.restartInterval() * start.unitWidth();
		pieceHeight = start.unitHeight();
		piecesAcross = (width + pieceWidth - 1) / pieceWidth;
		int rows = (height + pieceHeight - 1) / pieceHeight;
		pieces = strip.index(start.length(), (long) piecesAcross * rows);
		tileWidth = pieceWidth * Math.max(1, NARROWEST_TILE / pieceWidth);
		tileHeight = pieceHeight * Math.max(1, LOWEST_TILE / pieceHeight);
	}

	/** Whether the stream of an image of that width can be cut: each row of its blocks holds whole pieces. */
	static boolean canBeCut(JpegStart start, int width) {
		long units = (width + start.unitWidth() - 1L) / start.unitWidth();
		int interval = start.restartInterval();
		return start.isSequential() && interval > 0 && interval <= units && units % interval == 0
				&& (long) interval * start.unitWidth() <= 0xffff;
	}

	@Override
	public JpegStrip strip() {
		return strip;
	}

	@Override
	public int width() {
		return width;
	}

	@Override
	public int height() {
		return height;
	}

	@Override
	public int tileWidth() {
		return tileWidth;
	}

	@Override
	public int tileHeight() {
		return tileHeight;
	}

	@Override
	public Tile read(int column, int row, int sample) throws IOException {
		int left = column * tileWidth;
		int top = row * tileHeight;
		int across = Math.min(tileWidth, width - left);
		int down = Math.min(tileHeight, height - top);
		int[] rgb = new int[across * down];
		int high = start.hasFullHeight() ? tileHeight / pieceHeight : 1;
		for (int x = 0; x < across; x += pieceWidth)
			for (int y = 0; y < down; y += high * pieceHeight) {
				int count = Math.min(high, (down - y + pieceHeight - 1) / pieceHeight);
				int[] decoded = decode((left + x) / pieceWidth, (top + y) / pieceHeight, count);
				for (int i = 0; i < Math.min(count * pieceHeight, down - y); i++)
					System.arraycopy(decoded, i * pieceWidth, rgb, x + (y + i) * across, Math.min(pieceWidth, across - x));
			}
		return new Tile(across, down, rgb);
	}

	/** Pieces one below the other; together only where that gives the same as each alone, as other programs read them. */
	private int[] decode(int column, int row, int count) throws IOException {
		List<byte[]> bytes = new ArrayList<>();
		for (int i = 0; i < count; i++)
			bytes.add(pieces.read(column + (row + i) * piecesAcross));
		byte[] stream = start.stream(pieceWidth, count * pieceHeight, bytes);
		try {
			return JpegPicture.rgb(stream, JpegHeader.of(stream));
		} catch (RuntimeException e) {
			throw new ImageFormatException("A tile of the slide is broken.", e);
		}
	}
}
