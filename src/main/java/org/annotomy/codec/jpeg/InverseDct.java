package org.annotomy.codec.jpeg;

/**
 * The inverse cosine transform of libjpeg's {@code jidctint.c}, number for number: the method of Loeffler, Ligtenberg and Moschytz in 13-bit
 * fixed point, columns first. Decoders that use the same transform agree bit by bit.
 */
final class InverseDct {

	private static final int CONST_BITS = 13;
	private static final int FIX_0_298631336 = 2446;
	private static final int FIX_0_390180644 = 3196;
	private static final int FIX_0_541196100 = 4433;
	private static final int FIX_0_765366865 = 6270;
	private static final int FIX_0_899976223 = 7373;
	private static final int FIX_1_175875602 = 9633;
	private static final int FIX_1_501321110 = 12299;
	private static final int FIX_1_847759065 = 15137;
	private static final int FIX_1_961570560 = 16069;
	private static final int FIX_2_053119869 = 16819;
	private static final int FIX_2_562915447 = 20995;
	private static final int FIX_3_072711026 = 25172;

	private static final long BELOW_FIRST_ROW = 0x0101010101010100L;
	private static final long BEHIND_FIRST_COLUMN = ~0x0101010101010101L;

	/** Fraction bits kept between the passes; libjpeg has one less for 12 bits, lest 32 bits overflow. */
	private final int passBits;
	private final int precision;
	/** What the columns become, column by column; what the rows become, row by row. */
	private final int[] columns = new int[64];
	private final int[] rows = new int[64];

	InverseDct(int precision) {
		this.precision = precision;
		this.passBits = precision == 8 ? 2 : 1;
	}

	/**
	 * @param block 64 coefficients, row by row, each times its divisor; all zero afterwards
	 * @param places of those that can be other than zero, the first in the lowest bit; -1 where that is not known
	 * @param plane takes 8 rows of 8 samples from {@code to} on
	 */
	void block(int[] block, long places, short[] plane, int to, int stride) {
		for (int x = 0; x < 8; x++)
			if ((places >>> x & BELOW_FIRST_ROW) == 0) {
				fill(columns, 8 * x, block[x] << passBits);
				block[x] = 0;
			} else {
				transform(block, x, columns, CONST_BITS - passBits);
				clear(block, x);
			}
		boolean flat = (places & BEHIND_FIRST_COLUMN) == 0;
		for (int y = 0, at = to; y < 8; y++, at += stride) {
			if (flat) fill(rows, 8 * y, columns[y] + (1 << passBits + 2) >> passBits + 3);
			else transform(columns, y, rows, CONST_BITS + passBits + 3);
			put(8 * y, plane, at);
		}
	}

	/** What {@link #transform} gives where only the first number is not zero. */
	private static void fill(int[] to, int at, int value) {
		to[at] = value;
		to[at + 1] = value;
		to[at + 2] = value;
		to[at + 3] = value;
		to[at + 4] = value;
		to[at + 5] = value;
		to[at + 6] = value;
		to[at + 7] = value;
	}

	private static void clear(int[] block, int x) {
		block[x] = 0;
		block[x + 8] = 0;
		block[x + 16] = 0;
		block[x + 24] = 0;
		block[x + 32] = 0;
		block[x + 40] = 0;
		block[x + 48] = 0;
		block[x + 56] = 0;
	}

	/** A row of samples around the middle of their range, cut off at its ends. */
	private void put(int from, short[] plane, int to) {
		int center = 1 << precision - 1;
		int outside = 0;
		for (int x = 0; x < 8; x++)
			outside |= rows[from + x] + center;
		if (outside >>> precision == 0) {
			for (int x = 0; x < 8; x++)
				plane[to + x] = (short) (rows[from + x] + center);
			return;
		}
		int max = 2 * center - 1;
		for (int x = 0; x < 8; x++)
			plane[to + x] = (short) Math.max(0, Math.min(max, rows[from + x] + center));
	}

	/**
	 * One dimension, divided by 2^{@code shift} and rounded. Turned over, so that both passes read in steps of 8, which the compiler knows, and
	 * write side by side.
	 *
	 * @param in eight numbers from {@code index} on, 8 apart
	 * @param out takes them from 8 {@code index} on, one after the other
	 */
	private static void transform(int[] in, int index, int[] out, int shift) {
		int at = 8 * index;
		int v1 = in[index + 8];
		int v2 = in[index + 16];
		int v3 = in[index + 24];
		int v5 = in[index + 40];
		int v6 = in[index + 48];
		int v7 = in[index + 56];
		int round = 1 << shift - 1;
		int z1 = (v2 + v6) * FIX_0_541196100;
		int even2 = z1 - v6 * FIX_1_847759065;
		int even3 = z1 + v2 * FIX_0_765366865;
		int even0 = (in[index] + in[index + 32] << CONST_BITS) + round;
		int even1 = (in[index] - in[index + 32] << CONST_BITS) + round;
		int z5 = (v7 + v3 + v5 + v1) * FIX_1_175875602;
		int z3 = z5 - (v7 + v3) * FIX_1_961570560;
		int z4 = z5 - (v5 + v1) * FIX_0_390180644;
		z1 = -(v7 + v1) * FIX_0_899976223;
		int z2 = -(v5 + v3) * FIX_2_562915447;
		put(out, at, at + 7, shift, even0 + even3, v1 * FIX_1_501321110 + z1 + z4);
		put(out, at + 1, at + 6, shift, even1 + even2, v3 * FIX_3_072711026 + z2 + z3);
		put(out, at + 2, at + 5, shift, even1 - even2, v5 * FIX_2_053119869 + z2 + z4);
		put(out, at + 3, at + 4, shift, even0 - even3, v7 * FIX_0_298631336 + z1 + z3);
	}

	private static void put(int[] to, int at, int mirrored, int shift, int even, int odd) {
		to[at] = even + odd >> shift;
		to[mirrored] = even - odd >> shift;
	}
}
