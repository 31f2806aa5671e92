package org.annotomy.slide;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Whole levels of slides, as bytes that other programs digest. */
public final class SlidePixels {

	private SlidePixels() {}

	/** All samples of a plane of a level, row by row. */
	public static Object level(Slide slide, int level, int c, int z, int t) throws IOException {
		PyramidLevel size = slide.levels().get(level);
		Object all = slide.facts().kind().allocate(size.width() * size.height());
		for (int row = 0; row < size.rows(); row++)
			for (int column = 0; column < size.columns(); column++) {
				Tile tile = slide.readTile(new TileAddress(level, column, row, c, z, t));
				int at = column * size.tileWidth() + row * size.tileHeight() * size.width();
				for (int y = 0; y < tile.height(); y++)
					System.arraycopy(tile.samples(), y * tile.width(), all, at + y * size.width(), tile.width());
			}
		return all;
	}

	/** Red, green and blue of each pixel side by side. */
	public static byte[] interleaved(int[] rgb) {
		byte[] bytes = new byte[3 * rgb.length];
		for (int i = 0; i < rgb.length; i++)
			for (int c = 0; c < 3; c++)
				bytes[3 * i + c] = (byte) (rgb[i] >> 16 - 8 * c);
		return bytes;
	}

	/** All red ones, then all green ones, then all blue ones. */
	public static byte[] planar(int[] rgb) {
		byte[] bytes = new byte[3 * rgb.length];
		for (int i = 0; i < rgb.length; i++)
			for (int c = 0; c < 3; c++)
				bytes[c * rgb.length + i] = (byte) (rgb[i] >> 16 - 8 * c);
		return bytes;
	}

	/** Samples that are no colours, little endian. */
	public static byte[] littleEndian(Object samples) {
		if (samples instanceof byte[] bytes) return bytes;
		if (samples instanceof short[] shorts) {
			ByteBuffer bytes = ByteBuffer.allocate(2 * shorts.length).order(ByteOrder.LITTLE_ENDIAN);
			bytes.asShortBuffer().put(shorts);
			return bytes.array();
		}
		float[] floats = (float[]) samples;
		ByteBuffer bytes = ByteBuffer.allocate(4 * floats.length).order(ByteOrder.LITTLE_ENDIAN);
		bytes.asFloatBuffer().put(floats);
		return bytes.array();
	}

	public static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		} catch (NoSuchAlgorithmException e) {
			throw new AssertionError(e);
		}
	}

	public static String hex(MessageDigest digest) {
		return HexFormat.of().formatHex(digest.digest());
	}
}
