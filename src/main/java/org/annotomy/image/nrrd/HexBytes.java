package org.annotomy.image.nrrd;

import java.io.IOException;
import java.io.InputStream;

import org.annotomy.image.ImageFormatException;

/** Bytes written as pairs of hexadecimal digits; white space between them does not count. */
final class HexBytes extends InputStream {

	private final InputStream text;

	HexBytes(InputStream text) {
		this.text = text;
	}

	@Override
	public int read() throws IOException {
		int high = digit();
		if (high < 0) return -1;
		int low = digit();
		if (low < 0) throw new ImageFormatException("NRRD: the hexadecimal pixels end with half a byte.");
		return high << 4 | low;
	}

	@Override
	public int read(byte[] target, int from, int length) throws IOException {
		int n = 0;
		for (int b; n < length && (b = read()) >= 0; n++)
			target[from + n] = (byte) b;
		return n == 0 && length > 0 ? -1 : n;
	}

	private int digit() throws IOException {
		int c = text.read();
		while (c >= 0 && c <= ' ')
			c = text.read();
		if (c < 0) return -1;
		int digit = Character.digit(c, 16);
		if (digit < 0)
			throw new ImageFormatException("NRRD: the pixels should be hexadecimal digits, but something else was found.");
		return digit;
	}

	@Override
	public void close() throws IOException {
		text.close();
	}
}
