package org.annotomy.slide.mirax;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.annotomy.image.ImageFormatException;

/** Windows bitmaps of 24 or 32 bits without compression (BITMAPINFOHEADER). */
final class BmpPicture {

	private static final int HEADERS = 54;

	private BmpPicture() {}

	/** Colours of 0xRRGGBB, row by row. @throws ImageFormatException if it is broken, of another kind or of another size */
	static int[] rgb(byte[] stored, int width, int height) throws ImageFormatException {
		ByteBuffer bytes = ByteBuffer.wrap(stored).order(ByteOrder.LITTLE_ENDIAN);
		if (stored.length < HEADERS || bytes.getShort(0) != 0x4d42 || bytes.getInt(14) < 40)
			throw new ImageFormatException("A picture of the slide is no bitmap.");
		int rows = bytes.getInt(22);
		int bits = bytes.getShort(28);
		if (bits != 24 && bits != 32 || bytes.getInt(30) != 0)
			throw new ImageFormatException("A bitmap of the slide is packed or has " + bits + " bits; 24 and 32 are supported.");
		if (bytes.getInt(18) != width || rows != height && rows != -height)
			throw new ImageFormatException("A picture of the slide has another size than the slide states.");
		int rowBytes = (width * bits / 8 + 3) / 4 * 4;
		int start = bytes.getInt(10);
		if (start < HEADERS || start > stored.length - (long) rowBytes * height)
			throw new ImageFormatException("A picture of the slide is cut off.");
		int[] rgb = new int[width * height];
		for (int y = 0; y < height; y++) {
			int at = start + rowBytes * (rows < 0 ? y : height - 1 - y);
			for (int x = 0; x < width; x++, at += bits / 8)
				rgb[x + y * width] = (stored[at + 2] & 0xff) << 16 | (stored[at + 1] & 0xff) << 8 | stored[at] & 0xff;
		}
		return rgb;
	}
}
