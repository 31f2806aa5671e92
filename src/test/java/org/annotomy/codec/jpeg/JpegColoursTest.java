package org.annotomy.codec.jpeg;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class JpegColoursTest {

	private static int expected(int y, int cb, int cr) {
		int red = y + (91881 * (cr - 128) + 32768 >> 16);
		int green = y + (32768 - 22554 * (cb - 128) - 46802 * (cr - 128) >> 16);
		int blue = y + (116130 * (cb - 128) + 32768 >> 16);
		return clamp(red) << 16 | clamp(green) << 8 | clamp(blue);
	}

	private static int clamp(int value) {
		return Math.max(0, Math.min(255, value));
	}

	/** All 16.7 million colours against the formula of libjpeg. */
	@Test
	public void everyColourIsThatOfLibjpeg() {
		byte[] row = new byte[3 * 256];
		int[] rgb = new int[256 + 1];
		for (int cb = 0; cb < 256; cb++)
			for (int cr = 0; cr < 256; cr++) {
				for (int y = 0; y < 256; y++) {
					row[3 * y] = (byte) y;
					row[3 * y + 1] = (byte) cb;
					row[3 * y + 2] = (byte) cr;
				}
				JpegColours.toRgb(row, 0, 3, rgb, 1, 256);
				for (int y = 0; y < 256; y++)
					if (rgb[y + 1] != expected(y, cb, cr))
						assertEquals(y + ", " + cb + ", " + cr, expected(y, cb, cr), rgb[y + 1]);
			}
	}
}
