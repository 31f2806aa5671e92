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

	private final int[] quantization;
	/** Fraction bits kept between the passes; libjpeg has one less for 12 bits, lest 32 bits overflow. */
	private final int passBits;
	private final int center;
	private final int[] work = new int[64];
	private final int[] line = new int[8];

	/** @param quantization row by row */
	InverseDct(int[] quantization, int precision) {
		this.quantization = quantization;
		this.passBits = precision == 8 ? 2 : 1;
		this.center = 1 << precision - 1;
	}

	/**
	 * @param coefficients a block from {@code from} on, row by row
	 * @param plane takes 8 rows of 8 samples from {@code to} on
	 */
	void block(short[] coefficients, int from, short[] plane, int to, int stride) {
		for (int x = 0; x < 8; x++) {
			for (int y = 0; y < 8; y++)
				line[y] = coefficients[from + 8 * y + x] * quantization[8 * y + x];
			transform(CONST_BITS - passBits);
			for (int y = 0; y < 8; y++)
				work[8 * y + x] = line[y];
		}
		int max = 2 * center - 1;
		for (int y = 0; y < 8; y++) {
			System.arraycopy(work, 8 * y, line, 0, 8);
			transform(CONST_BITS + passBits + 3);
			for (int x = 0; x < 8; x++)
				plane[to + y * stride + x] = (short) Math.max(0, Math.min(max, line[x] + center));
		}
	}

	/** One dimension, in place, divided by 2^{@code shift} and rounded. */
	private void transform(int shift) {
		int[] v = line;
		int round = 1 << shift - 1;
		int z1 = (v[2] + v[6]) * FIX_0_541196100;
		int even2 = z1 - v[6] * FIX_1_847759065;
		int even3 = z1 + v[2] * FIX_0_765366865;
		int even0 = v[0] + v[4] << CONST_BITS;
		int even1 = v[0] - v[4] << CONST_BITS;
		int e0 = even0 + even3 + round;
		int e3 = even0 - even3 + round;
		int e1 = even1 + even2 + round;
		int e2 = even1 - even2 + round;
		int z5 = (v[7] + v[3] + v[5] + v[1]) * FIX_1_175875602;
		int z3 = z5 - (v[7] + v[3]) * FIX_1_961570560;
		int z4 = z5 - (v[5] + v[1]) * FIX_0_390180644;
		z1 = -(v[7] + v[1]) * FIX_0_899976223;
		int z2 = -(v[5] + v[3]) * FIX_2_562915447;
		int o0 = v[7] * FIX_0_298631336 + z1 + z3;
		int o1 = v[5] * FIX_2_053119869 + z2 + z4;
		int o2 = v[3] * FIX_3_072711026 + z2 + z3;
		int o3 = v[1] * FIX_1_501321110 + z1 + z4;
		v[0] = e0 + o3 >> shift;
		v[7] = e0 - o3 >> shift;
		v[1] = e1 + o2 >> shift;
		v[6] = e1 - o2 >> shift;
		v[2] = e2 + o1 >> shift;
		v[5] = e2 - o1 >> shift;
		v[3] = e3 + o0 >> shift;
		v[4] = e3 - o0 >> shift;
	}
}
