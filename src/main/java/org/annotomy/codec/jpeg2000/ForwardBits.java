package org.annotomy.codec.jpeg2000;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Bits of a segment that is read forwards, least significant first; the byte after FF has seven: MagSgn and SigProp (T.814 7.1.2 and
 * 7.1.5). Behind the end it gives the same bit for ever.
 */
final class ForwardBits {

	private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
	private static final int LOW = 0x01010101;
	private static final int HIGH = 0x80808080;

	private final long beyond;
	private byte[] bytes;
	private int position;
	private int end;
	private boolean stuffed;
	private long buffer;
	private int count;

	/** @param beyond the bit that is read behind the end */
	ForwardBits(int beyond) {
		this.beyond = -beyond;
	}

	void start(byte[] segment, int from, int to) {
		bytes = segment;
		position = from;
		end = to;
		stuffed = false;
		buffer = 0;
		count = 0;
	}

	/** The next bits as a number. @param wanted 0 to 31 */
	int bits(int wanted) {
		if (count < wanted) fill();
		int value = (int) buffer & (1 << wanted) - 1;
		buffer >>>= wanted;
		count -= wanted;
		return value;
	}

	/** After it, there are more than 31 bits in the buffer, which held less. */
	private void fill() {
		if (!stuffed && end - position >= 4) {
			int word = (int) INTS.get(bytes, position);
			boolean noneIsFf = (~word - LOW & word & HIGH) == 0;
			if (noneIsFf) {
				buffer |= (word & 0xffffffffL) << count;
				count += 32;
				position += 4;
				return;
			}
		}
		while (count < 32)
			fillByte();
	}

	private void fillByte() {
		if (position >= end) {
			buffer |= beyond << count;
			count += 32;
			return;
		}
		int value = bytes[position++] & 0xff;
		if (stuffed) value &= 0x7f;
		buffer |= (long) value << count;
		count += stuffed ? 7 : 8;
		stuffed = value == 0xff;
	}
}
