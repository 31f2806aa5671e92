package org.annotomy.codec.jpeg;

import java.util.Arrays;

/** Blocks of 8 × 8 side by side: takes coefficients, gives samples. */
final class BlockRow {

	private static final int CONST_BITS = 13;

	private final int blocks;
	/** Fraction bits kept between columns and rows; libjpeg has one less for 12 bits, lest 32 bits overflow. */
	private final int passBits;
	/** By row of a block, then column, then block. */
	private final int[][] rows;
	/** By column, then row, then block. */
	private final int[][] turned;
	private final int[][] spare;
	/** Whether some coefficient behind the first of a block is there. */
	private boolean busy;

	BlockRow(int blocks, int precision) {
		this.blocks = blocks;
		this.passBits = precision == 8 ? 2 : 1;
		this.rows = new int[8][8 * blocks];
		this.turned = new int[8][8 * blocks];
		this.spare = new int[4][8 * blocks];
	}

	int blocks() {
		return blocks;
	}

	/**
	 * Takes coefficients times their divisors; zero from the beginning and again after {@link #transform} and {@link #clear}. By row of a block; in each array the first
	 * column of all blocks, then the second …
	 */
	int[][] rows() {
		return rows;
	}

	/** @param more whether some coefficient behind the first of a block is there */
	void filled(boolean more) {
		busy |= more;
	}

	/** Makes samples of all coefficients. @param samples takes eight rows of them, around 0 and not cut off at the ends of their range */
	void transform(int[] samples, int from, int stride) {
		int shift = CONST_BITS + passBits + 3;
		if (busy) InverseDct.transform(rows, spare, 8 * blocks, CONST_BITS - passBits);
		else flat();
		for (int y = 0; y < 8; y++)
			for (int x = 0; x < 8; x++)
				System.arraycopy(rows[y], x * blocks, turned[x], y * blocks, blocks);
		InverseDct.transform(turned, spare, 8 * blocks, shift);
		for (int y = 0, at = from; y < 8; y++, at += stride)
			turnBack(y * blocks, samples, at);
		clear();
	}

	/** Forgets all coefficients. */
	void clear() {
		for (int[] row : rows)
			Arrays.fill(row, 0);
		busy = false;
	}

	/** What the transform gives where only the first numbers are not zero. */
	private void flat() {
		for (int y = 7; y >= 0; y--)
			for (int x = 0; x < blocks; x++)
				rows[y][x] = rows[0][x] << passBits;
	}

	private void turnBack(int from, int[] samples, int at) {
		int[] t0 = turned[0];
		int[] t1 = turned[1];
		int[] t2 = turned[2];
		int[] t3 = turned[3];
		int[] t4 = turned[4];
		int[] t5 = turned[5];
		int[] t6 = turned[6];
		int[] t7 = turned[7];
		for (int block = 0; block < blocks; block++) {
			samples[at + 8 * block] = t0[from + block];
			samples[at + 8 * block + 1] = t1[from + block];
			samples[at + 8 * block + 2] = t2[from + block];
			samples[at + 8 * block + 3] = t3[from + block];
			samples[at + 8 * block + 4] = t4[from + block];
			samples[at + 8 * block + 5] = t5[from + block];
			samples[at + 8 * block + 6] = t6[from + block];
			samples[at + 8 * block + 7] = t7[from + block];
		}
	}
}
