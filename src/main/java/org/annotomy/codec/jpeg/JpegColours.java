package org.annotomy.codec.jpeg;

/** Y, Cb and Cr of 8 bits as RGB, with the numbers of libjpeg ({@code jdcolor.c}), so that decoders agree bit by bit. */
public final class JpegColours {

	private static final int HALF = 1 << 15;
	/** 1.402 in 16-bit fixed point; so are the others: 1.772, 0.34414 and 0.71414. */
	private static final int RED_CR = 91881;
	private static final int BLUE_CB = 116130;
	private static final int GREEN_CB = 22554;
	private static final int GREEN_CR = 46802;

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

	private static int clamp(int value) {
		return Math.max(0, Math.min(255, value));
	}
}
