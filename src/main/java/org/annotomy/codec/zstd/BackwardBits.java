package org.annotomy.codec.zstd;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

import org.annotomy.image.ImageFormatException;

/** Bits that are read from the end of some bytes to their beginning (RFC 8878 section 4.1.1); before the beginning there are zeros. */
final class BackwardBits {

	private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
	/** So many bytes must follow whatever is read. */
	static final int PADDING = 8;

	private final byte[] bytes;
	private final int start;
	private int left;

	/** @param bytes with {@value #PADDING} more behind {@code end} */
	BackwardBits(byte[] bytes, int start, int end) throws ImageFormatException {
		if (end <= start || bytes[end - 1] == 0) throw Zstd.broken();
		this.bytes = bytes;
		this.start = start;
		this.left = 8 * (end - start) - Integer.numberOfLeadingZeros(bytes[end - 1] & 0xff) + 24 - 1;
	}

	/** How many bits are left; negative if more were read than there are. */
	int left() {
		return left;
	}

	/** @param count 0 to 56 */
	long read(int count) {
		left -= count;
		return ahead(left, count);
	}

	/** The next bits, which are not taken; zeros behind the last one. */
	int peek(int count) {
		return (int) ahead(left - count, count);
	}

	void skip(int count) {
		left -= count;
	}

	private long ahead(int from, int count) {
		if (from < 0) return from + count <= 0 ? 0 : ahead(0, from + count) << -from;
		long word = (long) LONGS.get(bytes, start + (from >> 3));
		return word >>> (from & 7) & (1L << count) - 1;
	}
}
