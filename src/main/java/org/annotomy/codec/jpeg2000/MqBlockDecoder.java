package org.annotomy.codec.jpeg2000;

import java.util.Arrays;

import org.annotomy.image.ImageFormatException;

/**
 * Decodes the code-blocks of plain JPEG 2000, bit-plane by bit-plane in three coding passes (T.800 Annex D).
 * <p>
 * What is known of the four samples of a column of a stripe is in one number. Bits 0 to 17: significance of the samples left, own and right,
 * from the row above the stripe to the row below it; 18 to 23: signs of its own column in the same rows; 24 to 27: refined before; 28 to 31:
 * coded in this bit-plane already.
 */
final class MqBlockDecoder implements BlockDecoder {

	private static final int STRIPE = 4;
	private static final int NEIGHBOURHOOD = 0x3ffff;
	private static final int OWN = 0x2490;
	private static final int SIGNS = 18;
	private static final int REFINED = 24;
	private static final int CODED = 28;
	private static final int CODED_MASK = 0xf << CODED;
	private static final int UNIFORM_STATE = 46;
	private static final int SEGMENTATION_SYMBOLS = 4;

	private final MqDecoder mq = new MqDecoder(MqContexts.COUNT);
	private final BlockSamples samples = new BlockSamples();
	private int[] flags = new int[0];
	private byte[] bytes = new byte[4096];
	private int stride;
	private final byte[] signs = MqContexts.signs();
	private byte[] significance;
	private boolean causal;
	private boolean raw;
	private int plane;

	@Override
	public BlockSamples decode(CodeBlock block, byte[] codestream, Area area, Subband band, int bitPlanes)
			throws ImageFormatException {
		samples.size(area.width(), area.height());
		samples.clear();
		clearFlags();
		significance = MqContexts.significance(band.index());
		causal = block.style().causal();
		resetContexts();
		int top = bitPlanes - 1 - block.zeroPlanes();
		int pass = 0;
		for (int segment = 0; segment < block.segments(); segment++) {
			start(block, segment, codestream, pass);
			for (int i = 0; i < block.passes(segment); i++, pass++) {
				plane = top - (pass + 2) / 3;
				if (plane < 0) throw new ImageFormatException("A JPEG 2000 block has more bit-planes than its sub-band.");
				decode(pass, block.style());
				if (block.style().reset()) resetContexts();
			}
		}
		return samples;
	}

	private void clearFlags() {
		stride = samples.width() + 2;
		int size = stride * ((samples.height() + STRIPE - 1) / STRIPE + 2);
		if (flags.length < size) flags = new int[size];
		else Arrays.fill(flags, 0, size, 0);
	}

	/** Table D.7. */
	private void resetContexts() {
		for (int context = 0; context < MqContexts.COUNT; context++)
			mq.setState(context, 0);
		mq.setState(0, 4);
		mq.setState(MqContexts.RUN_LENGTH, 3);
		mq.setState(MqContexts.UNIFORM, UNIFORM_STATE);
	}

	private void start(CodeBlock block, int segment, byte[] codestream, int pass) {
		int length = block.length(segment);
		if (bytes.length < length + MqDecoder.PADDING) bytes = new byte[length + length / 2 + MqDecoder.PADDING];
		block.gather(segment, codestream, bytes, 0);
		bytes[length] = (byte) 0xff;
		bytes[length + 1] = (byte) 0xff;
		raw = block.style().isRaw(pass);
		if (raw) mq.startRaw(bytes, 0, length);
		else mq.start(bytes, 0);
	}

	private void decode(int pass, BlockStyle style) {
		for (int y = 0; y < samples.height(); y += STRIPE) {
			int at = stride * (y / STRIPE + 1) + 1;
			int rows = Math.min(STRIPE, samples.height() - y);
			switch (pass % 3) {
				case 0 -> cleanup(at, y, rows);
				case 1 -> propagate(at, y, rows);
				default -> refine(at, y, rows);
			}
		}
		if (pass % 3 == 0 && style.segmentationSymbols()) skipSymbols();
	}

	/** D.5; in streams cut to a rate they may be wrong although nothing else is. */
	private void skipSymbols() {
		for (int i = 0; i < SEGMENTATION_SYMBOLS; i++)
			mq.bit(MqContexts.UNIFORM);
	}

	/** Significance propagation (D.3.1). */
	private void propagate(int start, int y, int rows) {
		for (int x = 0; x < samples.width(); x++) {
			int at = start + x;
			int known = flags[at];
			if ((known & NEIGHBOURHOOD) == 0 || (known & OWN) == OWN) continue;
			known = propagate(known, at, x, y, 0);
			if (rows > 1) known = propagate(known, at, x, y, 1);
			if (rows > 2) known = propagate(known, at, x, y, 2);
			if (rows > 3) known = propagate(known, at, x, y, 3);
			flags[at] = known;
		}
	}

	private int propagate(int known, int at, int x, int y, int row) {
		int around = known >>> 3 * row & 0x1ff;
		if (around == 0 || (around & 0x10) != 0) return known;
		int bit = raw ? mq.rawBit() : mq.bit(significance[around]);
		int now = known | 1 << CODED + row;
		return bit == 0 ? now : becomeSignificant(now, at, x, y, row);
	}

	/** Magnitude refinement (D.3.3). */
	private void refine(int start, int y, int rows) {
		for (int x = 0; x < samples.width(); x++) {
			int at = start + x;
			int known = flags[at];
			if ((known & OWN) == 0) continue;
			known = refine(known, x, y, 0);
			if (rows > 1) known = refine(known, x, y, 1);
			if (rows > 2) known = refine(known, x, y, 2);
			if (rows > 3) known = refine(known, x, y, 3);
			flags[at] = known;
		}
	}

	private int refine(int known, int x, int y, int row) {
		int around = known >>> 3 * row & 0x1ff;
		if ((around & 0x10) == 0 || (known >>> CODED + row & 1) != 0) return known;
		boolean again = (known >>> REFINED + row & 1) != 0;
		int context = MqContexts.MAGNITUDE + (again ? 2 : around == 0x10 ? 0 : 1);
		int bit = raw ? mq.rawBit() : mq.bit(context);
		samples.values()[(y + row) * samples.stride() + x] ^= (1 - bit << 1 | 1) << plane;
		return known | 1 << REFINED + row;
	}

	/** Cleanup (D.3.4); columns without any significant neighbour are coded by how long they stay so. */
	private void cleanup(int start, int y, int rows) {
		for (int x = 0; x < samples.width(); x++) {
			int at = start + x;
			int known = flags[at];
			if ((known & NEIGHBOURHOOD) == 0 && rows == STRIPE) {
				if (mq.bit(MqContexts.RUN_LENGTH) == 0) continue;
				int first = mq.bit(MqContexts.UNIFORM) << 1;
				first |= mq.bit(MqContexts.UNIFORM);
				known = becomeSignificant(known, at, x, y, first);
				for (int row = first + 1; row < STRIPE; row++)
					known = cleanup(known, at, x, y, row);
			} else if ((known & OWN) != OWN) {
				known = cleanup(known, at, x, y, 0);
				if (rows > 1) known = cleanup(known, at, x, y, 1);
				if (rows > 2) known = cleanup(known, at, x, y, 2);
				if (rows > 3) known = cleanup(known, at, x, y, 3);
			}
			flags[at] = known & ~CODED_MASK;
		}
	}

	private int cleanup(int known, int at, int x, int y, int row) {
		int around = known >>> 3 * row & 0x1ff;
		if ((around & 0x10) != 0 || (known >>> CODED + row & 1) != 0) return known;
		return mq.bit(significance[around]) == 0 ? known : becomeSignificant(known, at, x, y, row);
	}

	/** Decodes the sign (D.3.2) and tells the neighbours; gives what is now known of the own column, whose flags it leaves alone. */
	private int becomeSignificant(int known, int at, int x, int y, int row) {
		int negative;
		if (raw) negative = mq.rawBit();
		else {
			int neighbours = known >>> 3 * row & 0xaa | known >>> SIGNS + row & 1 | (flags[at - 1] >>> SIGNS + 1 + row & 1) << 2
					| (flags[at + 1] >>> SIGNS + 1 + row & 1) << 4 | (known >>> SIGNS + 2 + row & 1) << 6;
			int sign = signs[neighbours];
			negative = mq.bit(MqContexts.context(sign)) ^ sign >>> 31;
		}
		samples.values()[(y + row) * samples.stride() + x] = negative << 31 | 3 << plane;
		markSides(at, row);
		if (row == 0 && !causal) {
			markSides(at - stride, STRIPE);
			flags[at - stride] |= own(STRIPE, negative);
		}
		if (row == STRIPE - 1) {
			markSides(at + stride, -1);
			flags[at + stride] |= own(-1, negative);
		}
		return known | own(row, negative);
	}

	/** @param row of the sample, seen from the stripe of {@code at} */
	private void markSides(int at, int row) {
		flags[at - 1] |= 4 << 3 * (row + 1);
		flags[at + 1] |= 1 << 3 * (row + 1);
	}

	private static int own(int row, int negative) {
		return 2 << 3 * (row + 1) | negative << SIGNS + 1 + row;
	}
}
