package org.annotomy.codec.jpeg;

/** Y, Cb and Cr of 8 bits as RGB, with the numbers of libjpeg ({@code jdcolor.c}), so that decoders agree bit by bit. */
public final class JpegColours {

	private static final int HALF = 1 << 15;
	/** 1.402 in 16-bit fixed point; so are the others: 1.772, 0.34414 and 0.71414. */
	private static final int RED_CR = 91881;
	private static final int BLUE_CB = 116130;
	private static final int GREEN_CB = 22554;
	private static final int GREEN_CR = 46802;
	/** What rounds, and takes 128 off Cb and Cr. */
	private static final int RED_OFFSET = HALF - 128 * RED_CR;
	private static final int BLUE_OFFSET = HALF - 128 * BLUE_CB;
	private static final int GREEN_OFFSET = HALF + 128 * (GREEN_CB + GREEN_CR);

	private JpegColours() {}

	/**
	 * A row of pixels.
	 *
	 * @param ycc samples side by side
	 * @param step samples of a pixel, at least 3
	 * @param rgb takes 0xRRGGBB
	 */
	public static void toRgb(byte[] ycc, int from, int step, int[] rgb, int to, int count) {
		for (int i = 0, at = from; i < count; i++, at += step) {
			int y = ycc[at] & 0xff;
			int cb = (ycc[at + 1] & 0xff) - 128;
			int cr = (ycc[at + 2] & 0xff) - 128;
			int red = y + (RED_CR * cr + HALF >> 16);
			int green = y + (HALF - GREEN_CB * cb - GREEN_CR * cr >> 16);
			int blue = y + (BLUE_CB * cb + HALF >> 16);
			if ((red | green | blue) >>> 8 != 0) {
				red = clamp(red);
				green = clamp(green);
				blue = clamp(blue);
			}
			rgb[to + i] = red << 16 | green << 8 | blue;
		}
	}

	/*
	 * What follows is written so that the runtime's compiler turns it into vector instructions, which makes it eight times as fast: whole numbers
	 * only, one index for all arrays, no comparisons, and sums with the constant at their end.
	 */

	/**
	 * Pixels with Y, Cb and Cr.
	 *
	 * @param luma Y less 128, not cut off at the ends of its range
	 * @param pairs Cb times 2^16 plus Cr; become 0xRRGGBB
	 */
	static void toRgb(int[] luma, int[] pairs, int from, int to) {
		for (int i = from; i < to; i++) {
			int y = inRange(luma[i] + 128);
			int pair = pairs[i];
			int cr = pair & 0xffff;
			int cb = pair >> 16;
			pairs[i] = inRange(y + (RED_CR * cr + RED_OFFSET >> 16)) << 16 | inRange(y + (BLUE_CB * cb + BLUE_OFFSET >> 16))
					| inRange(y + (-GREEN_CB * cb + -GREEN_CR * cr + GREEN_OFFSET >> 16)) << 8;
		}
	}

	/** As {@link #toRgb(int[], int[], int, int)} where the components are red, green and blue. */
	static void join(int[] red, int[] pairs, int from, int to) {
		for (int i = from; i < to; i++)
			pairs[i] = inRange(red[i] + 128) << 16 | pairs[i] >> 16 << 8 | pairs[i] & 0xffff;
	}

	/** Two samples less 128 as one number, the first one times 2^16. @param first takes the pairs */
	static void pair(int[] first, int[] second, int from, int to) {
		for (int i = from; i < to; i++)
			first[i] = inRange(first[i] + 128) << 16 | inRange(second[i] + 128);
	}

	/** Cut off at 0 and 255. */
	static int inRange(int value) {
		int spare = 255 - value;
		int atMost = 255 - (spare & ~(spare >> 31));
		return atMost & ~(atMost >> 31);
	}

	private static int clamp(int value) {
		return Math.max(0, Math.min(255, value));
	}
}
