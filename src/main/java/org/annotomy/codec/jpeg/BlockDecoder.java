package org.annotomy.codec.jpeg;

import java.util.Arrays;

import org.annotomy.image.ImageFormatException;

/** Coefficients of blocks of 8 × 8, in the way of one scan: all at once (T.81 F.2) or piece by piece (G.1, G.2). */
final class BlockDecoder {

	private enum Way {
		SEQUENTIAL, DC_FIRST, DC_REFINED, AC_FIRST, AC_REFINED
	}

	private final EntropyBits bits;
	private final ScanHeader scan;
	private final Way way;
	private final HuffmanTable[] dc;
	private final HuffmanTable[] ac;
	private final int[] predicted;
	/** Blocks that follow without further coefficients in this band. */
	private int endOfBandRun;

	BlockDecoder(EntropyBits bits, ScanHeader scan, boolean progressive, JpegTables tables) throws ImageFormatException {
		this.bits = bits;
		this.scan = scan;
		this.way = !progressive
				? Way.SEQUENTIAL
				: scan.start() == 0
						? scan.high() == 0 ? Way.DC_FIRST : Way.DC_REFINED
						: scan.high() == 0 ? Way.AC_FIRST : Way.AC_REFINED;
		int count = scan.components().length;
		boolean ordered = scan.start() <= scan.end() && scan.end() < 64 && scan.low() <= 13;
		boolean apart = scan.start() == 0 ? scan.end() == 0 : count == 1;
		if (progressive && !(ordered && apart))
			throw new ImageFormatException("A scan header of the JPEG stream is broken.");
		this.predicted = new int[count];
		this.dc = new HuffmanTable[count];
		this.ac = new HuffmanTable[count];
		for (int i = 0; i < count; i++) {
			if (way == Way.SEQUENTIAL || way == Way.DC_FIRST) dc[i] = tables.categories(scan.dc()[i]);
			if (way != Way.DC_FIRST && way != Way.DC_REFINED) ac[i] = tables.ac(scan.ac()[i]);
		}
	}

	void restart() {
		Arrays.fill(predicted, 0);
		endOfBandRun = 0;
	}

	/**
	 * A piece of a block, progressively coded.
	 *
	 * @param component index in the scan
	 * @param block coefficients row by row, from {@code at} on
	 */
	void decode(int component, short[] block, int at) throws ImageFormatException {
		switch (way) {
			case SEQUENTIAL -> throw new IllegalStateException("Whole blocks become samples at once.");
			case DC_FIRST -> block[at] = (short) (nextDc(component) << scan.low());
			case DC_REFINED -> block[at] |= (short) (bits.read(1) << scan.low());
			case AC_FIRST -> firstAc(ac[component], block, at);
			case AC_REFINED -> refineAc(ac[component], block, at);
		}
	}

	/**
	 * A whole block, sequentially coded.
	 *
	 * @param blocks takes the coefficients times their divisors
	 * @param x which block
	 */
	void sequential(int component, Divisors divisors, BlockRow blocks, int x) throws ImageFormatException {
		blocks.filled(bits.block(dc[component], ac[component], divisors, blocks, x));
		int[] first = blocks.rows()[0];
		predicted[component] += first[x];
		first[x] = (short) predicted[component] * divisors.first();
	}

	private int nextDc(int component) throws ImageFormatException {
		bits.refill();
		predicted[component] += value(dc[component].next(bits));
		return predicted[component];
	}

	/** T.81 F.2.2.1, EXTEND of RECEIVE. */
	private int value(int size) {
		if (size == 0) return 0;
		int extra = bits.take(size);
		return extra < 1 << size - 1 ? extra - (1 << size) + 1 : extra;
	}

	private void firstAc(HuffmanTable table, short[] block, int at) throws ImageFormatException {
		if (endOfBandRun > 0) {
			endOfBandRun--;
			return;
		}
		for (int k = scan.start(); k <= scan.end(); k++) {
			bits.refill();
			int symbol = table.next(bits);
			int zeros = symbol >>> 4;
			int size = symbol & 15;
			if (size == 0 && zeros < 15) {
				endOfBandRun = (1 << zeros) + bits.take(zeros) - 1;
				return;
			}
			k += zeros;
			if (size == 0) continue;
			if (k > 63) throw broken();
			block[at + JpegTables.zigzag(k)] = (short) (value(size) << scan.low());
		}
	}

	private void refineAc(HuffmanTable table, short[] block, int at) throws ImageFormatException {
		int k = scan.start();
		for (; endOfBandRun == 0 && k <= scan.end(); k++) {
			bits.refill();
			int symbol = table.next(bits);
			int zeros = symbol >>> 4;
			int fresh = 0;
			if ((symbol & 15) != 0) fresh = (bits.take(1) == 1 ? 1 : -1) << scan.low();
			else if (zeros < 15) {
				endOfBandRun = (1 << zeros) + bits.take(zeros);
				break;
			}
			k = refineOver(block, at, k, zeros);
			if (fresh != 0 && k > 63) throw broken();
			if (fresh != 0) block[at + JpegTables.zigzag(k)] = (short) fresh;
		}
		if (endOfBandRun == 0) return;
		refineOver(block, at, k, 64);
		endOfBandRun--;
	}

	/** Mends the coefficients that are there and passes over so many that are not. @return the place of the next one that is not */
	private int refineOver(short[] block, int at, int from, int zeros) {
		int left = zeros;
		int k = from;
		for (; k <= scan.end(); k++) {
			int place = at + JpegTables.zigzag(k);
			if (block[place] == 0) {
				if (left-- == 0) return k;
			} else
				if (bits.read(1) == 1 && (block[place] & 1 << scan.low()) == 0)
					block[place] += (short) (block[place] > 0 ? 1 << scan.low() : -1 << scan.low());
		}
		return k;
	}

	private static ImageFormatException broken() {
		return new ImageFormatException("The JPEG stream holds coefficients that cannot be.");
	}
}
