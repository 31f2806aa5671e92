package org.annotomy.codec.jpeg;

/** The predictors of T.81 table H.1; samples are counted modulo 2^16. Components lie side by side, {@code step} to a pixel. */
final class Predictor {

	private Predictor() {}

	/**
	 * Turns the differences of a first row into samples, in place.
	 *
	 * @param initial what is foretold for the first pixel
	 */
	static void firstRow(int[] row, int step, int initial) {
		for (int c = 0; c < step; c++)
			row[c] = row[c] + initial & 0xffff;
		left(row, step);
	}

	/** As {@link #firstRow} for any other row, whose first pixel is foretold from the one above. */
	static void row(int selection, int[] row, int[] above, int step) {
		for (int c = 0; c < step; c++)
			row[c] = row[c] + above[c] & 0xffff;
		switch (selection) {
			case 1 -> left(row, step);
			case 2 -> {
				for (int i = step; i < row.length; i++)
					row[i] = row[i] + above[i] & 0xffff;
			}
			case 3 -> {
				for (int i = step; i < row.length; i++)
					row[i] = row[i] + above[i - step] & 0xffff;
			}
			case 4 -> {
				for (int i = step; i < row.length; i++)
					row[i] = row[i] + row[i - step] + above[i] - above[i - step] & 0xffff;
			}
			case 5 -> {
				for (int i = step; i < row.length; i++)
					row[i] = row[i] + row[i - step] + (above[i] - above[i - step] >> 1) & 0xffff;
			}
			case 6 -> {
				for (int i = step; i < row.length; i++)
					row[i] = row[i] + above[i] + (row[i - step] - above[i - step] >> 1) & 0xffff;
			}
			default -> {
				for (int i = step; i < row.length; i++)
					row[i] = row[i] + (row[i - step] + above[i] >> 1) & 0xffff;
			}
		}
	}

	private static void left(int[] row, int step) {
		if (step > 1) {
			for (int i = step; i < row.length; i++)
				row[i] = row[i] + row[i - step] & 0xffff;
			return;
		}
		int value = row[0];
		for (int i = 1; i < row.length; i++)
			row[i] = value = value + row[i] & 0xffff;
	}
}
