package org.annotomy.codec.jpeg2000;

import java.util.Arrays;

/**
 * The HT significance propagation and magnitude refinement passes (T.814 7.4 and 7.5): one more bit-plane, in stripes of four rows, column
 * by column.
 */
final class RefinementPasses {

	private static final int STRIPE = 4;

	private final ForwardBits sigProp = new ForwardBits(0);
	private final ReverseBits magRef = new ReverseBits();
	/** For each stripe and column, which of the four samples are significant after the cleanup pass; a column and a stripe of zeros around. */
	private byte[] cleaned = new byte[0];
	/** The same, with those that the significance propagation pass adds. */
	private byte[] current = new byte[0];
	private final byte[] added = new byte[STRIPE];
	private int stride;

	/**
	 * Refines the samples of a cleanup pass.
	 *
	 * @param bytes the refinement segment from {@code from} to {@code to}
	 * @param both whether magnitudes are refined, too
	 * @param position of the cleanup pass; at least 2
	 * @param causal whether the next stripe is not looked at
	 */
	void decode(byte[] bytes, int from, int to, boolean both, int position, boolean causal, BlockSamples samples) {
		findSignificant(samples);
		sigProp.start(bytes, from, to);
		magRef.startRefinement(bytes, from, to);
		for (int y = 0; y < samples.height(); y += STRIPE)
			for (int x = 0; x < samples.width(); x += STRIPE)
				propagate(x, y, position, causal, samples);
		if (both) refine(position, samples);
	}

	private void findSignificant(BlockSamples samples) {
		int stripes = (samples.height() + STRIPE - 1) / STRIPE;
		stride = samples.width() + 2;
		int size = stride * (stripes + 2);
		if (cleaned.length < size) {
			cleaned = new byte[size];
			current = new byte[size];
		} else Arrays.fill(cleaned, 0, size, (byte) 0);
		int[] values = samples.values();
		for (int y = 0; y < samples.height(); y++) {
			int to = stride * (y / STRIPE + 1) + 1;
			int from = y * samples.stride();
			for (int x = 0; x < samples.width(); x++)
				if (values[from + x] != 0) cleaned[to + x] |= (byte) (1 << y % STRIPE);
		}
		System.arraycopy(cleaned, 0, current, 0, size);
	}

	/** The significance of up to four columns of a stripe, then the signs of the samples that became significant. */
	private void propagate(int x, int y, int position, boolean causal, BlockSamples samples) {
		int columns = Math.min(STRIPE, samples.width() - x);
		int rows = Math.min(STRIPE, samples.height() - y);
		int at = stride * (y / STRIPE + 1) + 1 + x;
		int any = 0;
		for (int column = 0; column < columns; column++) {
			added[column] = (byte) propagate(at + column, rows, causal);
			any |= added[column];
		}
		if (any == 0) return;
		int[] values = samples.values();
		for (int column = 0; column < columns; column++)
			for (int row = 0; row < rows; row++)
				if ((added[column] >> row & 1) != 0)
					values[(y + row) * samples.stride() + x + column] = sigProp.bits(1) << 31 | 3 << position - 2;
	}

	/** Which samples of one column become significant. */
	private int propagate(int at, int rows, boolean causal) {
		int insignificant = ~current[at] & (1 << rows) - 1;
		if (insignificant == 0) return 0;
		int sides = around(at - 1, causal) | around(at + 1, causal);
		int own = around(at, causal);
		if ((sides | own) == 0) return 0;
		int found = 0;
		for (int row = 0; row < rows; row++)
			if ((insignificant >> row & 1) != 0 && ((sides | own) >> row & 7) != 0 && sigProp.bits(1) == 1) {
				found |= 1 << row;
				own |= 2 << row;
			}
		current[at] |= (byte) found;
		return found;
	}

	/** Six samples of a column: the one above the stripe, the four of the stripe, the one below. */
	private int around(int at, boolean causal) {
		int below = causal ? 0 : (cleaned[at + stride] & 1) << 5;
		return current[at - stride] >> 3 & 1 | current[at] << 1 | below;
	}

	private void refine(int position, BlockSamples samples) {
		int[] values = samples.values();
		for (int y = 0; y < samples.height(); y += STRIPE) {
			int at = stride * (y / STRIPE + 1) + 1;
			for (int x = 0; x < samples.width(); x++) {
				int significant = cleaned[at + x];
				for (int row = 0; significant != 0; row++, significant >>= 1)
					if ((significant & 1) != 0) {
						int bit = magRef.peek() & 1;
						magRef.skip(1);
						values[(y + row) * samples.stride() + x] ^= 1 - bit << position - 1 | 1 << position - 2;
					}
			}
		}
	}
}
