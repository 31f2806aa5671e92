package org.annotomy.codec.jpeg;

/** Y, Cb and Cr of 8 bits as RGB, with the numbers of libjpeg ({@code jdcolor.c}), so that decoders agree bit by bit. */
public final class JpegColours {

	private static final int HALF = 1 << 15;
	private static final int[] RED = new int[256];
	private static final int[] BLUE = new int[256];
	private static final int[] GREEN_CB = new int[256];
	private static final int[] GREEN_CR = new int[256];
	/** A value from -256 to 511, held to 0 to 255. */
	private static final int[] CLAMPED = new int[768];

	static {
		for (int i = 0; i < 256; i++) {
			int x = i - 128;
			RED[i] = fixed(1.40200) * x + HALF >> 16;
			BLUE[i] = fixed(1.77200) * x + HALF >> 16;
			GREEN_CR[i] = -fixed(0.71414) * x;
			GREEN_CB[i] = -fixed(0.34414) * x + HALF;
		}
		for (int i = 0; i < CLAMPED.length; i++)
			CLAMPED[i] = Math.max(0, Math.min(255, i - 256));
	}

	private JpegColours() {}

	private static int fixed(double x) {
		return (int) (x * 65536 + 0.5);
	}

	/**
	 * A row of pixels.
	 *
	 * @param ycc samples side by side
	 * @param step samples of a pixel, at least 3
	 * @param rgb takes 0xRRGGBB
	 */
	public static void toRgb(byte[] ycc, int from, int step, int[] rgb, int to, int count) {
		for (int i = 0, at = from; i < count; i++, at += step) {
			int y = (ycc[at] & 0xff) + 256;
			int cb = ycc[at + 1] & 0xff;
			int cr = ycc[at + 2] & 0xff;
			rgb[to + i] = CLAMPED[y + RED[cr]] << 16 | CLAMPED[y + (GREEN_CB[cb] + GREEN_CR[cr] >> 16)] << 8
					| CLAMPED[y + BLUE[cb]];
		}
	}
}
