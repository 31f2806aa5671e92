package org.annotomy.segmentation.threshold;

import java.util.Arrays;

import org.annotomy.task.Progress;
import org.annotomy.task.Ranges;

/**
 * How often which value occurs, in bins of equal width.
 *
 * @param lowest centre of the first bin
 * @param step from the centre of a bin to that of the next, above 0
 * @param counts of each bin, at least one
 */
public record Histogram(double lowest, double step, long[] counts) {

	private static final String COUNTING = "Counting values";
	private static final int SHORTS = 1 << 16;
	private static final int PIECE = 1 << 16;

	/** @throws IllegalArgumentException if there is no bin, or the step is not a finite number above 0 */
	public Histogram {
		if (counts.length == 0) throw new IllegalArgumentException("A histogram needs a bin.");
		if (!(step > 0) || Double.isInfinite(step) || !Double.isFinite(lowest))
			throw new IllegalArgumentException("The bins of a histogram must have a finite width above 0.");
	}

	/** One bin for each value from the smallest to the largest that occurs; a single empty bin at 0 if there is none. */
	public static Histogram of(short[] values, Progress progress) {
		long[] counts = countShorts(values, progress);
		int first = 0;
		int last = SHORTS - 1;
		while (first < SHORTS && counts[first] == 0)
			first++;
		if (first == SHORTS) return new Histogram(0, 1, new long[1]);
		while (counts[last] == 0)
			last--;
		return new Histogram(first + Short.MIN_VALUE, 1, Arrays.copyOfRange(counts, first, last + 1));
	}

	/**
	 * One bin for each value from the smallest to the largest, if all are whole numbers and lie within {@value #SHORTS} of each other; else as
	 * {@link #of(float[], int, Progress)}.
	 *
	 * @param bins otherwise
	 */
	public static Histogram exact(float[] values, int bins, Progress progress) {
		int pieces = Ranges.pieces(values.length, PIECE);
		boolean[] whole = new boolean[pieces];
		float[][] ends = new float[pieces][];
		Ranges.forEach(values.length, pieces, progress.part(0, 0.5), COUNTING, (piece, from, to) -> {
			ends[piece] = ends(values, from, to);
			whole[piece] = areWhole(values, from, to);
		});
		float[] all = joined(ends);
		boolean isWhole = all[0] <= all[1] && (double) all[1] - all[0] < SHORTS;
		for (boolean each : whole)
			isWhole &= each;
		if (!isWhole) return of(values, bins, progress.part(0.5, 1));
		return new Histogram(all[0], 1, new long[(int) ((double) all[1] - all[0]) + 1]).counting(values, progress.part(0.5, 1));
	}

	private static boolean areWhole(float[] values, int from, int to) {
		for (int i = from; i < to; i++)
			if (values[i] != Math.rint(values[i]) && Float.isFinite(values[i])) return false;
		return true;
	}

	private static float[] joined(float[][] ends) {
		float[] all = {Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY};
		for (float[] end : ends) {
			all[0] = Math.min(all[0], end[0]);
			all[1] = Math.max(all[1], end[1]);
		}
		return all;
	}

	/**
	 * Bins of equal width from the smallest to the largest value, as NumPy's: the first begins at the smallest, the last ends at the largest.
	 * NaN and infinite values are not counted. Values that are all the same have one bin of width 1.
	 *
	 * @param bins 1 or more
	 */
	public static Histogram of(float[] values, int bins, Progress progress) {
		int pieces = Ranges.pieces(values.length, PIECE);
		float[][] ends = new float[pieces][];
		Ranges.forEach(values.length, pieces, progress.part(0, 0.5), COUNTING,
				(piece, from, to) -> ends[piece] = ends(values, from, to));
		float low = joined(ends)[0];
		float high = joined(ends)[1];
		if (low > high) return new Histogram(0, 1, new long[1]);
		Histogram empty = low == high
				? new Histogram(low, 1, new long[1])
				: new Histogram(low + ((double) high - low) / bins / 2, ((double) high - low) / bins, new long[bins]);
		return empty.counting(values, progress.part(0.5, 1));
	}

	private Histogram counting(float[] values, Progress progress) {
		int pieces = Ranges.pieces(values.length, PIECE);
		int[][] each = new int[pieces][counts.length];
		Ranges.forEach(values.length, pieces, progress, COUNTING, (piece, from, to) -> {
			int[] count = each[piece];
			for (int i = from; i < to; i++)
				if (Float.isFinite(values[i])) count[bin(values[i])]++;
		});
		return new Histogram(lowest, step, sum(each));
	}

	/** The bin of a value; values beyond the ends are in the first and last bin. */
	public int bin(double value) {
		double bin = Math.floor((value - lowest) / step + 0.5);
		return (int) Math.max(0, Math.min(counts.length - 1, bin));
	}

	/** The centre of a bin. */
	public double value(int bin) {
		return lowest + step * bin;
	}

	/** The centre of the fullest bin, the lowest of several. */
	public double mode() {
		int fullest = 0;
		for (int i = 1; i < counts.length; i++)
			if (counts[i] > counts[fullest]) fullest = i;
		return value(fullest);
	}

	/** How many values were counted. */
	public long total() {
		return Arrays.stream(counts).sum();
	}

	/** Without the empty bins at both ends; with the first bin alone if all are empty. */
	public Histogram trimmed() {
		int first = 0;
		int last = counts.length - 1;
		while (first < last && counts[first] == 0)
			first++;
		while (last > first && counts[last] == 0)
			last--;
		if (first == last && counts[first] == 0) first = last = 0;
		return new Histogram(value(first), step, Arrays.copyOfRange(counts, first, last + 1));
	}

	/** With as many neighbouring bins in one as it takes to have no more than {@code bins}. */
	public Histogram atMost(int bins) {
		int together = (counts.length + bins - 1) / bins;
		if (together == 1) return this;
		long[] fewer = new long[(counts.length + together - 1) / together];
		for (int i = 0; i < counts.length; i++)
			fewer[i / together] += counts[i];
		return new Histogram(lowest + step * (together - 1) / 2, step * together, fewer);
	}

	private static float[] ends(float[] values, int from, int to) {
		float low = Float.POSITIVE_INFINITY;
		float high = Float.NEGATIVE_INFINITY;
		for (int i = from; i < to; i++) {
			float value = values[i];
			if (!Float.isFinite(value)) continue;
			if (value < low) low = value;
			if (value > high) high = value;
		}
		return new float[]{low, high};
	}

	/** Of each value from the lowest short. */
	private static long[] countShorts(short[] values, Progress progress) {
		int pieces = Ranges.pieces(values.length, PIECE);
		int[][] each = new int[pieces][SHORTS];
		Ranges.forEach(values.length, pieces, progress, COUNTING, (piece, from, to) -> {
			int[] count = each[piece];
			for (int i = from; i < to; i++)
				count[values[i] - Short.MIN_VALUE]++;
		});
		return sum(each);
	}

	private static long[] sum(int[][] each) {
		long[] all = new long[each[0].length];
		for (int[] counts : each)
			for (int i = 0; i < all.length; i++)
				all[i] += counts[i];
		return all;
	}
}
