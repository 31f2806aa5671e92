package org.annotomy.codec.lz;

/** PackBits (TIFF 6.0 section 9). */
public final class PackBits {

	private PackBits() {}

	/** @return how many bytes came out, at most the length of {@code to}; a stream that is cut short gives fewer */
	public static int decode(byte[] from, byte[] to) {
		int at = 0;
		int out = 0;
		while (at < from.length && out < to.length) {
			int n = from[at++];
			if (n == -128) continue;
			if (n >= 0) {
				int count = Math.min(Math.min(n + 1, from.length - at), to.length - out);
				System.arraycopy(from, at, to, out, count);
				at += n + 1;
				out += count;
			} else if (at < from.length) {
				int count = Math.min(1 - n, to.length - out);
				java.util.Arrays.fill(to, out, out + count, from[at++]);
				out += count;
			}
		}
		return out;
	}
}
