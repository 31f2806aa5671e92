package org.annotomy.codec.jpeg;

/**
 * libjpeg's smooth upsampling by two ({@code jdsample.c}): a triangle filter with a rounding that alternates. A number is one sample of up to
 * 12 bits, or two at once, the second one times 2^16.
 */
final class Upsampling {

	private static final int ONE = 1 << 16 | 1;
	private static final int OF_QUARTERS = 0x3fff * ONE;
	private static final int OF_SIXTEENTHS = 0x0fff * ONE;

	private Upsampling() {}

	/** Twice as wide. At least two samples, here as in {@link #both}. @param row takes them from {@code to} on */
	static void across(int[] samples, int from, int width, int[] row, int to) {
		int last = width - 1;
		int before = samples[from];
		for (int x = 0; x < last; x++) {
			int here = samples[from + x];
			int three = 3 * here;
			row[to + 2 * x] = three + before + ONE >>> 2 & OF_QUARTERS;
			row[to + 2 * x + 1] = three + samples[from + x + 1] + 2 * ONE >>> 2 & OF_QUARTERS;
			before = here;
		}
		row[to] = samples[from];
		row[to + 2 * last] = 3 * samples[from + last] + before + ONE >>> 2 & OF_QUARTERS;
		row[to + 2 * last + 1] = samples[from + last];
	}

	/** Twice as wide and high: {@code near} has the row that this one lies in, {@code far} the one that it lies towards. */
	static void both(int[] near, int nearFrom, int[] far, int farFrom, int width, int[] row, int to) {
		int last = width - 1;
		int sum = 3 * near[nearFrom] + far[farFrom];
		int before = sum;
		for (int x = 0; x < last; x++) {
			int after = 3 * near[nearFrom + x + 1] + far[farFrom + x + 1];
			int three = 3 * sum + 7 * ONE;
			row[to + 2 * x] = three + before + ONE >>> 4 & OF_SIXTEENTHS;
			row[to + 2 * x + 1] = three + after >>> 4 & OF_SIXTEENTHS;
			before = sum;
			sum = after;
		}
		row[to + 2 * last] = 3 * sum + before + 8 * ONE >>> 4 & OF_SIXTEENTHS;
		row[to + 2 * last + 1] = 4 * sum + 7 * ONE >>> 4 & OF_SIXTEENTHS;
	}

	/** The row that a row of twice as many lies towards. @param height of the smaller picture */
	static int far(int y, int height) {
		return Math.max(0, Math.min(height - 1, (y & 1) == 0 ? y / 2 - 1 : y / 2 + 1));
	}

	/** So many times as wide, without smoothing. */
	static void replicate(int[] samples, int from, int width, int ratio, int[] row, int to) {
		for (int x = 0; x < width; x++)
			for (int i = 0; i < ratio; i++)
				row[to + x * ratio + i] = samples[from + x];
	}
}
