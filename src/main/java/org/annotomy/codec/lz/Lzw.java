package org.annotomy.codec.lz;

import org.annotomy.image.ImageFormatException;

/** LZW of TIFF (TIFF 6.0 section 13): codes of 9 to 12 bits, high bit first; also the old kind that begins with the low bit. */
public final class Lzw {

	private static final int CLEAR = 256;
	private static final int END = 257;
	private static final int MAX_CODES = 4096;

	private final byte[] from;
	private final boolean old;
	/** A code stands for so many bytes of what was written, from there on. */
	private final int[] starts = new int[MAX_CODES + 2];
	private final int[] lengths = new int[MAX_CODES + 2];
	private int at;
	private int bits;
	private int buffer;

	private Lzw(byte[] from) {
		this.from = from;
		this.old = from.length >= 2 && from[0] == 0 && (from[1] & 1) == 1;
	}

	/**
	 * @return how many bytes came out, at most the length of {@code to}
	 * @throws ImageFormatException if the stream holds a code that cannot be
	 */
	public static int decode(byte[] from, byte[] to) throws ImageFormatException {
		return new Lzw(from).run(to);
	}

	private int run(byte[] to) throws ImageFormatException {
		int out = 0;
		int next = END + 1;
		int width = 9;
		int beforeStart = 0;
		int beforeLength = 0;
		while (out < to.length) {
			int code = read(width);
			if (code < 0 || code == END) break;
			if (code == CLEAR) {
				next = END + 1;
				width = 9;
				beforeLength = 0;
				continue;
			}
			int start = out;
			if (code < CLEAR) to[out++] = (byte) code;
			else out = copy(code, next, beforeStart, beforeLength, to, out);
			if (beforeLength > 0 && next < MAX_CODES) {
				starts[next] = beforeStart;
				lengths[next++] = beforeLength + 1;
			}
			if (next + (old ? 0 : 1) >= 1 << width && width < 12) width++;
			beforeStart = start;
			beforeLength = out - start;
		}
		return out;
	}

	/** A known code, or the one that comes next: what was before with its own first byte behind it. */
	private int copy(int code, int next, int beforeStart, int beforeLength, byte[] to, int out) throws ImageFormatException {
		boolean fresh = code == next && beforeLength > 0;
		if (code > END && code < next || fresh) {
			int start = fresh ? beforeStart : starts[code];
			int count = Math.min(fresh ? beforeLength + 1 : lengths[code], to.length - out);
			for (int i = 0; i < count; i++)
				to[out + i] = to[start + i];
			return out + count;
		}
		throw new ImageFormatException("The LZW stream is broken.");
	}

	private int read(int width) {
		while (bits < width) {
			if (at >= from.length) return -1;
			int b = from[at++] & 0xff;
			buffer = old ? buffer | b << bits : buffer << 8 | b;
			bits += 8;
		}
		bits -= width;
		int mask = (1 << width) - 1;
		if (!old) return buffer >>> bits & mask;
		int code = buffer & mask;
		buffer >>>= width;
		return code;
	}
}
