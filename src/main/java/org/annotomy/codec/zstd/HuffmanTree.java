package org.annotomy.codec.zstd;

import org.annotomy.image.ImageFormatException;

/** The code of literals (RFC 8878 section 4.2). */
final class HuffmanTree {

	private static final int MAX_BITS = 11;
	private static final int MAX_WEIGHT_LOG = 6;

	private final int log;
	/** Length and symbol for the next {@code log} bits. */
	private final short[] table;
	private int end;

	private HuffmanTree(int log) {
		this.log = log;
		this.table = new short[1 << log];
	}

	/** Where the description ended. */
	int end() {
		return end;
	}

	static HuffmanTree read(byte[] bytes, int from, int end) throws ImageFormatException {
		int head = bytes[from] & 0xff;
		int[] weights = new int[256];
		int count = head >= 128 ? head - 127 : 0;
		int stop = from + 1 + (count > 0 ? (count + 1) / 2 : head);
		if (stop > end) throw Zstd.broken();
		for (int i = 0; i < count; i++)
			weights[i] = (bytes[from + 1 + i / 2] & 0xff) >> (i % 2 == 0 ? 4 : 0) & 15;
		if (count == 0) count = packed(bytes, from + 1, stop, weights);
		HuffmanTree tree = of(weights, count);
		tree.end = stop;
		return tree;
	}

	private static int packed(byte[] bytes, int from, int end, int[] weights) throws ImageFormatException {
		FseHeader header = FseHeader.read(bytes, from, end, MAX_WEIGHT_LOG, MAX_BITS + 2);
		FseTable table = header.table();
		BackwardBits in = new BackwardBits(bytes, header.end(), end);
		int state = table.first(in);
		int other = table.first(in);
		int count = 0;
		while (count < 254) {
			weights[count++] = table.symbol(state);
			if (in.left() < table.bits(state)) {
				weights[count++] = table.symbol(other);
				return count;
			}
			int next = table.next(state, in);
			state = other;
			other = next;
		}
		throw Zstd.broken();
	}

	/** The last weight is what is missing to a whole tree. */
	private static HuffmanTree of(int[] weights, int count) throws ImageFormatException {
		int sum = 0;
		for (int i = 0; i < count; i++) {
			if (weights[i] > MAX_BITS) throw Zstd.broken();
			sum += weights[i] == 0 ? 0 : 1 << weights[i] - 1;
		}
		if (sum == 0) throw Zstd.broken();
		int log = 32 - Integer.numberOfLeadingZeros(sum);
		int missing = (1 << log) - sum;
		if (log > MAX_BITS || Integer.bitCount(missing) != 1) throw Zstd.broken();
		weights[count] = 32 - Integer.numberOfLeadingZeros(missing);
		HuffmanTree tree = new HuffmanTree(log);
		int at = 0;
		for (int weight = 1; weight <= log; weight++)
			for (int symbol = 0; symbol <= count; symbol++) {
				if (weights[symbol] != weight) continue;
				java.util.Arrays.fill(tree.table, at, at + (1 << weight - 1), (short) (log + 1 - weight << 8 | symbol));
				at += 1 << weight - 1;
			}
		return tree;
	}

	/** Decodes one stream. @throws ImageFormatException if it does not hold exactly so many symbols */
	void decode(byte[] bytes, int from, int stop, byte[] to, int start, int count) throws ImageFormatException {
		BackwardBits in = new BackwardBits(bytes, from, stop);
		for (int i = start; i < start + count; i++) {
			int entry = table[in.peek(log)];
			in.skip(entry >> 8);
			to[i] = (byte) entry;
		}
		if (in.left() != 0) throw Zstd.broken();
	}
}
