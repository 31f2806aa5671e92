package org.annotomy.codec.jpeg2000;

import org.annotomy.image.ImageFormatException;

/** How code-blocks are coded: the style byte of SPcod and SPcoc (T.800 table A.19, T.814 A.4). */
record BlockStyle(int flags) {

	private static final int BYPASS = 0x01;
	private static final int RESET = 0x02;
	private static final int TERMINATE = 0x04;
	private static final int CAUSAL = 0x08;
	private static final int SEGMENTATION_SYMBOLS = 0x20;
	private static final int HIGH_THROUGHPUT = 0x40;
	private static final int MIXED = 0x80;
	/** Passes of the first four bit-planes are never raw. */
	private static final int CODED_PASSES = 10;
	private static final int UNLIMITED = 1000;

	static BlockStyle of(int flags) throws ImageFormatException {
		if ((flags & MIXED) != 0)
			throw new ImageFormatException(
					"High-Throughput JPEG 2000 mixed with plain JPEG 2000 code-blocks is not supported. Convert the file first.");
		return new BlockStyle(flags);
	}

	/** Whether blocks are coded by T.814 instead of T.800. */
	boolean highThroughput() {
		return (flags & HIGH_THROUGHPUT) != 0;
	}

	/** Whether a stripe does not look at the next one. */
	boolean causal() {
		return (flags & CAUSAL) != 0;
	}

	/** Whether contexts begin anew with each pass. */
	boolean reset() {
		return (flags & RESET) != 0;
	}

	/** Whether each cleanup pass ends with four known symbols. */
	boolean segmentationSymbols() {
		return (flags & SEGMENTATION_SYMBOLS) != 0;
	}

	/** Whether a pass is in raw bits (T.800 table D.9). */
	boolean isRaw(int pass) {
		return (flags & BYPASS) != 0 && pass >= CODED_PASSES && pass % 3 != 0;
	}

	/**
	 * How many passes a codeword segment holds (T.800 D.4 and D.6, T.814 B.2).
	 *
	 * @param first its first pass
	 * @param added passes of the first packet in which it is
	 */
	int segmentPasses(int first, int added) {
		if (highThroughput()) return first == 0 ? (added - 1) / 3 * 3 + 1 : 2;
		if ((flags & TERMINATE) != 0) return 1;
		if ((flags & BYPASS) == 0) return UNLIMITED;
		return first < CODED_PASSES ? CODED_PASSES - first : isRaw(first) ? 2 - (first - 1) % 3 : 1;
	}
}
