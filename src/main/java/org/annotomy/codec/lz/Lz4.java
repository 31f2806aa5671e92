package org.annotomy.codec.lz;

import org.annotomy.image.ImageFormatException;

/** Blocks of LZ4 (LZ4 block format of 2022-07), without frames around them. */
public final class Lz4 {

	private static final int MIN_MATCH = 4;

	private Lz4() {}

	/**
	 * Decodes one block.
	 *
	 * @return where the output ends
	 * @throws ImageFormatException if the block is broken, or holds more than there is room for
	 */
	public static int decode(byte[] from, int start, int end, byte[] to, int toStart, int toEnd) throws ImageFormatException {
		int at = start;
		int out = toStart;
		try {
			while (at < end) {
				int token = from[at++] & 0xff;
				int literals = token >>> 4;
				for (int more = literals == 15 ? 255 : 0; more == 255; literals += more)
					more = from[at++] & 0xff;
				if (literals > end - at || literals > toEnd - out || literals < 0) throw broken();
				System.arraycopy(from, at, to, out, literals);
				at += literals;
				out += literals;
				if (at >= end) break;
				int back = from[at] & 0xff | (from[at + 1] & 0xff) << 8;
				at += 2;
				int match = token & 15;
				for (int more = match == 15 ? 255 : 0; more == 255; match += more)
					more = from[at++] & 0xff;
				match += MIN_MATCH;
				if (back == 0 || back > out - toStart || match > toEnd - out || match < 0) throw broken();
				if (back >= match) System.arraycopy(to, out - back, to, out, match);
				else
					for (int i = 0; i < match; i++)
						to[out + i] = to[out + i - back];
				out += match;
			}
			return out;
		} catch (IndexOutOfBoundsException e) {
			throw new ImageFormatException("The LZ4 stream is broken.", e);
		}
	}

	private static ImageFormatException broken() {
		return new ImageFormatException("The LZ4 stream is broken.");
	}
}
