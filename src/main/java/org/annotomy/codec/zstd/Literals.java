package org.annotomy.codec.zstd;

import java.util.Arrays;

import org.annotomy.image.ImageFormatException;

/** The literals of a block (RFC 8878 section 3.1.1.3.1); the tree stays for the next block. */
final class Literals {

	private static final int MAX = 128 << 10;

	final byte[] bytes = new byte[MAX];
	private int count;
	private HuffmanTree tree;

	int count() {
		return count;
	}

	/** @return where the section ends */
	int read(byte[] from, int at, int end) throws ImageFormatException {
		int head = from[at] & 0xff;
		int format = head >> 2 & 3;
		boolean packed = (head & 3) >= 2;
		if (!packed) return plain(from, at, end, (head & 3) == 1);
		int length = format == 3 ? 5 : format == 2 ? 4 : 3;
		int width = format == 3 ? 18 : format == 2 ? 14 : 10;
		long sizes = 0;
		for (int i = 0; i < length; i++)
			sizes |= (from[at + i] & 0xffL) << 8 * i;
		count = (int) (sizes >> 4) & (1 << width) - 1;
		int stop = at + length + ((int) (sizes >> 4 + width) & (1 << width) - 1);
		if (count > MAX || stop > end) throw Zstd.broken();
		int begin = at + length;
		if ((head & 3) == 2) {
			tree = HuffmanTree.read(from, begin, stop);
			begin = tree.end();
		}
		if (tree == null) throw Zstd.broken();
		if (format == 0) tree.decode(from, begin, stop, bytes, 0, count);
		else fourStreams(from, begin, stop);
		return stop;
	}

	private int plain(byte[] from, int at, int end, boolean same) throws ImageFormatException {
		int head = from[at] & 0xff;
		int format = head >> 2 & 3;
		int length = (format & 1) == 0 ? 1 : format == 1 ? 2 : 3;
		int size = head | (length > 1 ? (from[at + 1] & 0xff) << 8 : 0) | (length > 2 ? (from[at + 2] & 0xff) << 16 : 0);
		count = length == 1 ? size >> 3 : size >> 4;
		int stop = at + length + (same ? 1 : count);
		if (count > MAX || stop > end) throw Zstd.broken();
		if (same) Arrays.fill(bytes, 0, count, from[at + length]);
		else System.arraycopy(from, at + length, bytes, 0, count);
		return stop;
	}

	private void fourStreams(byte[] from, int at, int end) throws ImageFormatException {
		int each = (count + 3) / 4;
		int begin = at + 6;
		for (int i = 0; i < 4; i++) {
			int stop = i == 3 ? end : begin + (from[at + 2 * i] & 0xff | (from[at + 2 * i + 1] & 0xff) << 8);
			int size = i == 3 ? count - 3 * each : each;
			if (stop > end || size < 0) throw Zstd.broken();
			tree.decode(from, begin, stop, bytes, i * each, size);
			begin = stop;
		}
	}
}
