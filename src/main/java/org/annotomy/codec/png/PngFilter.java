package org.annotomy.codec.png;

import org.annotomy.image.ImageFormatException;

/** The filters of PNG rows (W3C PNG section 9). */
final class PngFilter {

	private PngFilter() {}

	/** @param step bytes of a pixel, at least 1 */
	static void undo(int filter, byte[] row, byte[] above, int step) throws ImageFormatException {
		switch (filter) {
			case 0 -> {
				// nothing to do
			}
			case 1 -> {
				for (int i = step; i < row.length; i++)
					row[i] += row[i - step];
			}
			case 2 -> {
				for (int i = 0; i < row.length; i++)
					row[i] += above[i];
			}
			case 3 -> {
				for (int i = 0; i < row.length; i++)
					row[i] += (byte) ((i < step ? 0 : row[i - step] & 0xff) + (above[i] & 0xff) >> 1);
			}
			case 4 -> {
				for (int i = 0; i < row.length; i++)
					row[i] += i < step ? above[i] : (byte) paeth(row[i - step] & 0xff, above[i] & 0xff, above[i - step] & 0xff);
			}
			default -> throw new ImageFormatException("The PNG file is broken.");
		}
	}

	private static int paeth(int left, int up, int corner) {
		int a = Math.abs(up - corner);
		int b = Math.abs(left - corner);
		int c = Math.abs(left + up - 2 * corner);
		if (a <= b && a <= c) return left;
		return b <= c ? up : corner;
	}
}
