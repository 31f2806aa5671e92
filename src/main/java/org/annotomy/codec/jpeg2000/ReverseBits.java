package org.annotomy.codec.jpeg2000;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Bits of a segment that is read from its last byte on to its first, least significant first; where seven ones come before a byte above
 * 8F, the bit above them is stuffed: VLC and MagRef (T.814 7.1.4 and 7.1.6). Before the start it gives zeros for ever.
 */
final class ReverseBits {

	private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
	private static final int LOW = 0x01010101;
	private static final int HIGH = 0x80808080;

	private byte[] bytes;
	private int start;
	private int position;
	private boolean above8f;
	private long buffer;
	private int count;

	/** Begins a MagRef segment. */
	void startRefinement(byte[] segment, int from, int to) {
		start(segment, from, to);
		above8f = true;
	}

	/** Begins a VLC segment, whose last 12 bits say how long it is (T.814 7.1.1). */
	void startVlc(byte[] segment, int from, int to) {
		start(segment, from, to - 2);
		int last = segment[to - 2] & 0xff;
		buffer = last >> 4;
		count = (last >> 4 & 7) == 7 ? 3 : 4;
		buffer &= (1 << count) - 1;
		above8f = (last | 0x0f) > 0x8f;
	}

	private void start(byte[] segment, int from, int to) {
		bytes = segment;
		start = from;
		position = to;
		buffer = 0;
		count = 0;
	}

	/** The next 32 bits; does not move. */
	int peek() {
		if (count < 32) fill();
		return (int) buffer;
	}

	/** @param bits no more than have been seen since the last {@link #peek}, which was of 32 */
	void skip(int bits) {
		buffer >>>= bits;
		count -= bits;
	}

	private void fill() {
		if (position - start >= 4) {
			int word = (int) INTS.get(bytes, position - 4);
			int ones = ~word & 0x7f7f7f7f;
			boolean noneHasSevenOnes = (ones - LOW & ~ones & HIGH) == 0;
			if (noneHasSevenOnes) {
				buffer |= (word & 0xffffffffL) << count;
				count += 32;
				position -= 4;
				above8f = (word >>> 24) > 0x8f;
				return;
			}
		}
		while (count < 32)
			fillByte();
	}

	private void fillByte() {
		if (position <= start) {
			count += 32;
			return;
		}
		int value = bytes[--position] & 0xff;
		boolean stuffed = above8f && (value & 0x7f) == 0x7f;
		buffer |= (long) (stuffed ? value & 0x7f : value) << count;
		count += stuffed ? 7 : 8;
		above8f = value > 0x8f;
	}
}
