package org.annotomy.codec.zstd;

import org.annotomy.image.ImageFormatException;

/** A table of finite state entropy: which symbol a state stands for and how the next state is found (RFC 8878 section 4.1). */
final class FseTable {

	private final byte[] symbols;
	private final byte[] bits;
	private final short[] bases;
	private final int log;

	private FseTable(int log) {
		this.log = log;
		this.symbols = new byte[1 << log];
		this.bits = new byte[1 << log];
		this.bases = new short[1 << log];
	}

	/** A single symbol that takes no bits. */
	static FseTable only(int symbol) {
		FseTable table = new FseTable(0);
		table.symbols[0] = (byte) symbol;
		return table;
	}

	/** @param counts how many states each symbol has; -1 for less than one */
	static FseTable of(int[] counts, int log) throws ImageFormatException {
		FseTable table = new FseTable(log);
		int size = 1 << log;
		int high = size - 1;
		int[] next = new int[counts.length];
		for (int s = 0; s < counts.length; s++) {
			next[s] = Math.abs(counts[s]);
			if (counts[s] == -1) table.symbols[high--] = (byte) s;
		}
		int step = (size >> 1) + (size >> 3) + 3;
		int at = 0;
		for (int s = 0; s < counts.length; s++)
			for (int i = 0; i < counts[s]; i++) {
				table.symbols[at] = (byte) s;
				do {
					at = at + step & size - 1;
				} while (at > high);
			}
		if (at != 0) throw Zstd.broken();
		for (int state = 0; state < size; state++) {
			int count = next[table.symbols[state]]++;
			int width = log - (31 - Integer.numberOfLeadingZeros(count));
			table.bits[state] = (byte) width;
			table.bases[state] = (short) ((count << width) - size);
		}
		return table;
	}

	int first(BackwardBits from) {
		return (int) from.read(log);
	}

	int symbol(int state) {
		return symbols[state];
	}

	/** Bits that the next state takes. */
	int bits(int state) {
		return bits[state];
	}

	int next(int state, BackwardBits from) {
		return (bases[state] & 0xffff) + (int) from.read(bits[state]);
	}
}
