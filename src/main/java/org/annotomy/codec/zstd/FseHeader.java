package org.annotomy.codec.zstd;

import java.util.Arrays;

import org.annotomy.image.ImageFormatException;

/**
 * The description of a table in the stream (RFC 8878 section 4.1.1).
 *
 * @param end where it ends
 */
record FseHeader(FseTable table, int end) {

	/**
	 * @param bytes with eight more behind the end
	 * @param maxLog the largest table
	 * @param symbols how many there may be
	 */
	static FseHeader read(byte[] bytes, int from, int end, int maxLog, int symbols) throws ImageFormatException {
		ForwardBits in = new ForwardBits(bytes, from, end);
		int log = in.read(4) + 5;
		if (log > maxLog) throw Zstd.broken();
		int[] counts = new int[symbols];
		int remaining = (1 << log) + 1;
		int width = log + 1;
		int symbol = 0;
		while (remaining > 1) {
			if (symbol >= symbols) throw Zstd.broken();
			int count = count(in, width, remaining) - 1;
			remaining -= Math.abs(count);
			counts[symbol++] = count;
			if (count == 0) symbol += zeros(in);
			while (width > 1 && remaining < 1 << width - 1)
				width--;
		}
		if (remaining != 1 || symbol > symbols) throw Zstd.broken();
		return new FseHeader(FseTable.of(Arrays.copyOf(counts, symbol), log), in.end());
	}

	private static int count(ForwardBits in, int width, int remaining) throws ImageFormatException {
		int threshold = 1 << width - 1;
		int most = 2 * threshold - 1 - remaining;
		int low = in.peek() & threshold - 1;
		if (low < most) {
			in.read(width - 1);
			return low;
		}
		int value = in.read(width);
		return value >= threshold ? value - most : value;
	}

	private static int zeros(ForwardBits in) throws ImageFormatException {
		int zeros = 0;
		int more = 3;
		while (more == 3)
			zeros += more = in.read(2);
		return zeros;
	}

	private static final class ForwardBits {

		private final byte[] bytes;
		private final int from;
		private final int last;
		private int at;

		ForwardBits(byte[] bytes, int from, int end) {
			this.bytes = bytes;
			this.from = from;
			this.last = 8 * (end - from);
		}

		int peek() {
			int index = from + (at >> 3);
			int word = bytes[index] & 0xff | (bytes[index + 1] & 0xff) << 8 | (bytes[index + 2] & 0xff) << 16;
			return word >> (at & 7) & 0xffff;
		}

		int read(int width) throws ImageFormatException {
			int value = peek() & (1 << width) - 1;
			at += width;
			if (at > last) throw Zstd.broken();
			return value;
		}

		int end() {
			return from + (at + 7 >> 3);
		}
	}
}
