package org.annotomy.codec.jpeg;

import java.io.IOException;
import java.util.Arrays;

/** One component of a sequential stream: samples of two rows of MCUs, which take turns, and what decodes them. */
final class ComponentStrip {

	/** Blocks across and down in an MCU. */
	private final int horizontal;
	private final int vertical;
	private final int stride;
	private final int[] samples;
	private final HuffmanTable dc;
	private final HuffmanTable ac;
	private final Divisors divisors;
	private final BlockRow[] blockRows;
	private int predicted;

	/** @param alone whether the scan has no other component: then an MCU is a block (T.81 A.2.2) */
	ComponentStrip(JpegComponent component, boolean alone, int mcusWide, HuffmanTable dc, HuffmanTable ac, Divisors divisors) {
		this.horizontal = alone ? 1 : component.horizontal();
		this.vertical = alone ? 1 : component.vertical();
		this.stride = 8 * horizontal * mcusWide;
		this.samples = new int[16 * vertical * stride];
		this.blockRows = new BlockRow[vertical];
		Arrays.setAll(blockRows, i -> new BlockRow(horizontal * mcusWide, 8));
		this.dc = dc;
		this.ac = ac;
		this.divisors = divisors;
	}

	void restart() {
		predicted = 0;
	}

	/** The blocks of an MCU. @param x which across */
	void decode(EntropyBits bits, int x) throws IOException {
		for (BlockRow blocks : blockRows)
			for (int block = x * horizontal; block < (x + 1) * horizontal; block++) {
				blocks.filled(bits.block(dc, ac, divisors, blocks, block));
				int[] first = blocks.rows()[0];
				predicted += first[block];
				first[block] = (short) predicted * divisors.first();
			}
	}

	/** Makes samples of a row of MCUs. @param y which down; those above the last one are lost */
	void transform(int y) {
		int at = place(8 * vertical * y);
		for (BlockRow blocks : blockRows) {
			blocks.transform(samples, at, stride);
			at += 8 * stride;
		}
	}

	/** Makes no samples of the row of MCUs that has been decoded. */
	void clear() {
		for (BlockRow blocks : blockRows)
			blocks.clear();
	}

	/** Around 0, not cut off at the ends of the range. */
	int[] samples() {
		return samples;
	}

	/** Where a row of samples begins. */
	int place(int row) {
		return row % rows() * stride;
	}

	/** Of samples in two rows of MCUs. */
	int rows() {
		return 16 * vertical;
	}

	/** From one row of samples to the next. */
	int stride() {
		return stride;
	}
}
