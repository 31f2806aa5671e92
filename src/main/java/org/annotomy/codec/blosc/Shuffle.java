package org.annotomy.codec.blosc;

/** Undoes the two shuffles of Blosc. What does not make up a whole element stays where it is. */
public final class Shuffle {

	private Shuffle() {}

	/** The first bytes of all elements, then the second ones … become elements. */
	public static void bytes(byte[] from, int size, int typeSize, byte[] to, int start) {
		int count = size / typeSize;
		for (int b = 0; b < typeSize; b++)
			for (int i = 0, at = start + b; i < count; i++, at += typeSize)
				to[at] = from[b * count + i];
		rest(from, size, count * typeSize, to, start);
	}

	/** The lowest bits of the first bytes of all elements, then the next bits … become elements; a multiple of 8 of these. */
	static void bits(byte[] from, int size, int typeSize, byte[] to, int start) {
		int count = size / typeSize;
		int row = count / 8;
		for (int b = 0; b < typeSize; b++)
			for (int i = 0; i < count; i++) {
				int value = 0;
				for (int bit = 0; bit < 8; bit++)
					value |= (from[(8 * b + bit) * row + i / 8] >> i % 8 & 1) << bit;
				to[start + i * typeSize + b] = (byte) value;
			}
		rest(from, size, count * typeSize, to, start);
	}

	private static void rest(byte[] from, int size, int done, byte[] to, int start) {
		System.arraycopy(from, done, to, start + done, size - done);
	}
}
