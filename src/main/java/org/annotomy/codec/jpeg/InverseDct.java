package org.annotomy.codec.jpeg;

/**
 * The inverse cosine transform of libjpeg's {@code jidctint.c}: the method of Loeffler, Ligtenberg and Moschytz in 13-bit fixed point, columns
 * first. Its sums are put together otherwise, but they are whole numbers and rounded where libjpeg rounds, so decoders that use the same
 * transform agree bit by bit.
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

	/** What the odd numbers are multiplied by, all together. */
	private static final int A1 = FIX_1_501321110 - FIX_0_899976223 + FIX_1_175875602 - FIX_0_390180644;
	private static final int A3 = FIX_1_175875602;
	private static final int A5 = FIX_1_175875602 - FIX_0_390180644;
	private static final int A7 = FIX_1_175875602 - FIX_0_899976223;
	private static final int B3 = FIX_3_072711026 - FIX_2_562915447 + FIX_1_175875602 - FIX_1_961570560;
	private static final int B5 = FIX_1_175875602 - FIX_2_562915447;
	private static final int B7 = FIX_1_175875602 - FIX_1_961570560;
	private static final int C5 = FIX_2_053119869 - FIX_2_562915447 + FIX_1_175875602 - FIX_0_390180644;
	private static final int D7 = FIX_0_298631336 - FIX_0_899976223 + FIX_1_175875602 - FIX_1_961570560;

	private InverseDct() {}

	/**
	 * One dimension of many blocks. Each loop is one that the runtime's compiler turns into vector instructions (few arrays, one index, sums); all in
	 * one it does not.
	 *
	 * @param numbers eight arrays: of each eight that become others the first in the first array, the second in the second …; replaced by others,
	 *            some of them {@code spare} ones
	 * @param spare four arrays more
	 * @param shift how many bits are rounded off
	 */
	static void transform(int[][] numbers, int[][] spare, int n, int shift) {
		int[] v0 = numbers[0];
		int[] v2 = numbers[2];
		int[] v4 = numbers[4];
		int[] v6 = numbers[6];
		addAndSubtract(v0, v4, n);
		rotate(v2, v6, n);
		addAndSubtractScaled(v0, v2, n, 1 << shift - 1);
		addAndSubtractScaled(v4, v6, n, 1 << shift - 1);
		odd(numbers, spare[0], spare[1], n);
		oddToo(numbers, spare[2], spare[3], n);
		finish(v0, spare[0], n, shift);
		finish(v4, spare[1], n, shift);
		finish(v6, spare[2], n, shift);
		finish(v2, spare[3], n, shift);
		int[] free = numbers[1];
		numbers[1] = v4;
		numbers[2] = v6;
		numbers[4] = spare[3];
		numbers[6] = spare[1];
		spare[1] = numbers[3];
		spare[3] = numbers[5];
		numbers[3] = v2;
		numbers[5] = spare[2];
		spare[2] = numbers[7];
		numbers[7] = spare[0];
		spare[0] = free;
	}

	private static void addAndSubtract(int[] a, int[] b, int n) {
		for (int i = 0; i < n; i++) {
			int x = a[i];
			int y = b[i];
			a[i] = x + y;
			b[i] = x - y;
		}
	}

	/** What comes from the first array is in whole numbers as yet. */
	private static void addAndSubtractScaled(int[] a, int[] b, int n, int round) {
		for (int i = 0; i < n; i++) {
			int x = (a[i] << CONST_BITS) + round;
			int y = b[i];
			a[i] = x + y;
			b[i] = x - y;
		}
	}

	private static void rotate(int[] v2, int[] v6, int n) {
		for (int i = 0; i < n; i++) {
			int x = v2[i];
			int y = v6[i];
			int z = (x + y) * FIX_0_541196100;
			v6[i] = z - y * FIX_1_847759065;
			v2[i] = z + x * FIX_0_765366865;
		}
	}

	private static void odd(int[][] numbers, int[] a, int[] b, int n) {
		int[] v1 = numbers[1];
		int[] v3 = numbers[3];
		int[] v5 = numbers[5];
		int[] v7 = numbers[7];
		for (int i = 0; i < n; i++) {
			int x1 = v1[i];
			int x3 = v3[i];
			int x5 = v5[i];
			int x7 = v7[i];
			a[i] = x1 * A1 + x3 * A3 + x5 * A5 + x7 * A7;
			b[i] = x1 * A3 + x3 * B3 + x5 * B5 + x7 * B7;
		}
	}

	private static void oddToo(int[][] numbers, int[] c, int[] d, int n) {
		int[] v1 = numbers[1];
		int[] v3 = numbers[3];
		int[] v5 = numbers[5];
		int[] v7 = numbers[7];
		for (int i = 0; i < n; i++) {
			int x1 = v1[i];
			int x3 = v3[i];
			int x5 = v5[i];
			int x7 = v7[i];
			c[i] = x1 * A5 + x3 * B5 + x5 * C5 + x7 * A3;
			d[i] = x1 * A7 + x3 * B7 + x5 * A3 + x7 * D7;
		}
	}

	private static void finish(int[] even, int[] odd, int n, int shift) {
		for (int i = 0; i < n; i++) {
			int x = even[i];
			int y = odd[i];
			even[i] = x + y >> shift;
			odd[i] = x - y >> shift;
		}
	}
}
