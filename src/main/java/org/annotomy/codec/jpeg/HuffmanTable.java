package org.annotomy.codec.jpeg;

import java.util.Arrays;

import org.annotomy.image.ImageFormatException;

/** The code of a DHT segment (T.81 Annex C), with tables that answer short codes at once. */
final class HuffmanTable {

	/** A code of lossless JPEG and the bits behind it that fit in here are looked up together. */
	static final int DIFFERENCE_BITS = 12;
	/** A code of a coefficient and the bits behind it that fit in here are looked up together. */
	static final int COEFFICIENT_BITS = 11;
	/** The run of a symbol behind which there are only zeros. */
	static final int END_OF_BLOCK = 64;
	private static final int QUICK_BITS = 9;
	private static final int LONGEST = 16;

	private final int[] counts;
	private final byte[] symbols;
	/** For each length the first code that is longer, as 16 bits. */
	private final int[] limits = new int[LONGEST + 1];
	/** For each length the place of the first symbol less the first code. */
	private final int[] offsets = new int[LONGEST + 1];
	/** Length and symbol for the next {@value #QUICK_BITS} bits, 0 for a longer code. */
	private final short[] quick = new short[1 << QUICK_BITS];
	private volatile int[] differences;
	private volatile int[] coefficients;

	/**
	 * @param counts of codes, for lengths 1 to 16
	 * @param symbols in the order of their codes
	 */
	HuffmanTable(int[] counts, byte[] symbols) throws ImageFormatException {
		this.counts = counts;
		this.symbols = symbols;
		int code = 0;
		int first = 0;
		for (int length = 1; length <= LONGEST; length++) {
			offsets[length] = first - code;
			for (int i = 0; i < counts[length - 1]; i++, code++)
				if (length <= QUICK_BITS && code < 1 << length) fill(code, length, symbols[first + i]);
			if (code > 1 << length) throw new ImageFormatException("A Huffman table of the JPEG stream is broken.");
			first += counts[length - 1];
			limits[length] = code << LONGEST - length;
			code <<= 1;
		}
	}

	/** Whether this is the table of these codes. */
	boolean isOf(int[] counts, byte[] symbols) {
		return Arrays.equals(this.counts, counts) && Arrays.equals(this.symbols, symbols);
	}

	/** Whether all symbols are categories of differences (T.81 table F.1), as those of the first coefficients must be. */
	boolean isOfCategories() {
		for (byte symbol : symbols)
			if ((symbol & 0xff) > 15) return false;
		return true;
	}

	private void fill(int code, int length, byte symbol) {
		int from = code << QUICK_BITS - length;
		Arrays.fill(quick, from, from + (1 << QUICK_BITS - length), (short) (length << 8 | symbol & 0xff));
	}

	/** The symbol at the next bits; takes its code. At least 16 bits must be at hand. */
	int next(EntropyBits bits) throws ImageFormatException {
		int found = find(bits.ahead());
		bits.skip(found >>> 8);
		return found & 0xff;
	}

	/** Length and symbol. */
	private int find(long ahead) throws ImageFormatException {
		int entry = quick[(int) (ahead >>> 64 - QUICK_BITS)];
		if (entry != 0) return entry;
		int code = (int) (ahead >>> 64 - LONGEST);
		for (int length = QUICK_BITS + 1; length <= LONGEST; length++)
			if (code < limits[length])
				return length << 8 | symbols[offsets[length] + (code >>> LONGEST - length)] & 0xff;
		throw new ImageFormatException("The JPEG stream holds a code that its Huffman table does not know.");
	}

	/** For each {@value #DIFFERENCE_BITS} bits the difference times 64 plus the bits that it takes, or 0 if it needs more bits. */
	int[] differences() {
		if (differences == null) {
			int[] table = new int[1 << DIFFERENCE_BITS];
			for (int bits = 0; bits < table.length; bits++)
				table[bits] = shortDifference((long) bits << 64 - DIFFERENCE_BITS);
			differences = table;
		}
		return differences;
	}

	/**
	 * For each {@value #COEFFICIENT_BITS} bits the coefficient behind the first (T.81 F.2.2.2) as {@code value << 16 | run << 8 | bits}, or 0 if
	 * it needs more bits. The run is that of the zeros before; of a symbol without a value it is the zeros that it stands for.
	 */
	int[] coefficients() {
		if (coefficients == null) {
			int[] table = new int[1 << COEFFICIENT_BITS];
			for (int bits = 0; bits < table.length; bits++)
				table[bits] = shortCoefficient((long) bits << 64 - COEFFICIENT_BITS);
			coefficients = table;
		}
		return coefficients;
	}

	private int shortCoefficient(long ahead) {
		int entry = quick[(int) (ahead >>> 64 - QUICK_BITS)];
		if (entry == 0) return 0;
		int coefficient = coefficient(ahead, entry);
		return (coefficient & 0xff) > COEFFICIENT_BITS ? 0 : coefficient;
	}

	/** The coefficient at the next bits, as in {@link #coefficients}. */
	int longCoefficient(long ahead) throws ImageFormatException {
		return coefficient(ahead, find(ahead));
	}

	private static int coefficient(long ahead, int found) {
		int length = found >>> 8;
		int zeros = found >>> 4 & 15;
		int size = found & 15;
		if (size == 0) return (zeros == 15 ? 16 : END_OF_BLOCK) << 8 | length;
		int extra = (int) (ahead << length >>> 64 - size);
		int value = extra < 1 << size - 1 ? extra - (1 << size) + 1 : extra;
		return value << 16 | zeros << 8 | length + size;
	}

	private int shortDifference(long ahead) {
		int entry = quick[(int) (ahead >>> 64 - QUICK_BITS)];
		if (entry == 0 || (entry & 0xff) > 16) return 0;
		int difference = difference(ahead, entry);
		return (difference & 63) > DIFFERENCE_BITS ? 0 : difference;
	}

	/** The difference at the next bits times 64 plus the bits that it takes. */
	int longDifference(long ahead) throws ImageFormatException {
		int found = find(ahead);
		if ((found & 0xff) > 16) throw new ImageFormatException("The JPEG stream holds a difference that cannot be.");
		return difference(ahead, found);
	}

	/** T.81 table H.2: category 16 is 32768 without further bits. */
	private static int difference(long ahead, int found) {
		int length = found >>> 8;
		int category = found & 0xff;
		if (category == 16) return 32768 << 6 | length;
		if (category == 0) return length;
		int extra = (int) (ahead << length >>> 64 - category);
		int value = extra < 1 << category - 1 ? extra - (1 << category) + 1 : extra;
		return value << 6 | length + category;
	}
}
