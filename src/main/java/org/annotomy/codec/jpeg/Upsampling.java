package org.annotomy.codec.jpeg;

/** libjpeg's smooth upsampling by two ({@code jdsample.c}): a triangle filter with a rounding that alternates. */
final class Upsampling {

	private Upsampling() {}

	/** Twice as wide. At least two samples, here as in {@link #both}. */
	static void across(short[] samples, int from, int width, int[] row) {
		int last = width - 1;
		row[0] = samples[from];
		row[1] = 3 * samples[from] + samples[from + 1] + 2 >> 2;
		for (int x = 1; x < last; x++) {
			int three = 3 * samples[from + x];
			row[2 * x] = three + samples[from + x - 1] + 1 >> 2;
			row[2 * x + 1] = three + samples[from + x + 1] + 2 >> 2;
		}
		row[2 * last] = 3 * samples[from + last] + samples[from + last - 1] + 1 >> 2;
		row[2 * last + 1] = samples[from + last];
	}

	/** Twice as wide and high: {@code near} is where the row begins that this one lies in, {@code far} the one that it lies towards. */
	static void both(short[] samples, int near, int far, int width, int[] row) {
		int last = width - 1;
		int before = 3 * samples[near] + samples[far];
		int sum = 3 * samples[near + 1] + samples[far + 1];
		row[0] = 4 * before + 8 >> 4;
		row[1] = 3 * before + sum + 7 >> 4;
		for (int x = 1; x < last; x++) {
			int after = 3 * samples[near + x + 1] + samples[far + x + 1];
			int three = 3 * sum + 7;
			row[2 * x] = three + before + 1 >> 4;
			row[2 * x + 1] = three + after >> 4;
			before = sum;
			sum = after;
		}
		row[2 * last] = 3 * sum + before + 8 >> 4;
		row[2 * last + 1] = 4 * sum + 7 >> 4;
	}
}
