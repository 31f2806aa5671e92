package org.annotomy.segmentation.threshold;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * The range of values of a structure, from values within it and around it: its ends lie halfway between the structure and the tissue
 * next to it in value, on each side on which there is one. A tissue is a peak of the values around: where as many lie within two of the
 * structure's standard deviations as nowhere near, and at least a fifth of all on that side. Values mixed of two tissues make no such peak.
 *
 * @param low -∞ if nothing around is lower
 * @param high ∞ if nothing around is higher
 * @param middle median of the values within
 * @param deviation their standard deviation, by the median of the distances from the median
 */
public record TissueRange(double low, double high, double middle, double deviation) {

	private static final double NORMAL = 1.4826;
	/** So many standard deviations away from the structure, values are of another tissue. */
	private static final double APART = 3;
	private static final double WIDTH = 2;
	/** Of the values around, so many must lie on one side for there to be a tissue. */
	private static final double LEAST = 0.02;
	private static final double PEAK = 0.2;

	/**
	 * @param within values of the structure, NaN aside; at least one
	 * @param around values around it
	 * @throws IllegalArgumentException if there is no value within
	 */
	public static TissueRange of(double[] within, double[] around) {
		double[] inside = finite(within);
		double[] outside = finite(around);
		if (inside.length == 0) throw new IllegalArgumentException("The image has no values there.");
		double middle = inside[inside.length / 2];
		double[] off = Arrays.stream(inside).map(value -> Math.abs(value - middle)).sorted().toArray();
		double spread = (inside[inside.length - 1] - inside[0]) / inside.length;
		double deviation = Math.max(NORMAL * off[off.length / 2], spread);
		double[] lower = Arrays.stream(outside).filter(value -> value < middle - APART * deviation).toArray();
		double[] higher = Arrays.stream(outside).filter(value -> value > middle + APART * deviation).map(value -> -value).sorted()
				.toArray();
		double low = lower.length <= LEAST * outside.length
				? Double.NEGATIVE_INFINITY
				: (middle + highestPeak(lower, WIDTH * deviation)) / 2;
		double high = higher.length <= LEAST * outside.length
				? Double.POSITIVE_INFINITY
				: (middle - highestPeak(higher, WIDTH * deviation)) / 2;
		return new TissueRange(low, high, middle, deviation);
	}

	private static double[] finite(double[] values) {
		return DoubleStream.of(values).filter(Double::isFinite).sorted().toArray();
	}

	/** The highest value with more values near it than any other near, and a fifth of all; the fullest place if none has. */
	private static double highestPeak(double[] sorted, double width) {
		int[] near = new int[sorted.length];
		for (int i = 0, from = 0, to = 0; i < sorted.length; i++) {
			while (sorted[from] < sorted[i] - width)
				from++;
			while (to < sorted.length && sorted[to] <= sorted[i] + width)
				to++;
			near[i] = to - from;
		}
		int fullest = sorted.length - 1;
		for (int i = sorted.length - 1; i >= 0; i--) {
			if (near[i] >= PEAK * sorted.length && isPeak(sorted, near, i, width)) return sorted[i];
			if (near[i] > near[fullest]) fullest = i;
		}
		return sorted[fullest];
	}

	private static boolean isPeak(double[] sorted, int[] near, int at, double width) {
		for (int i = at + 1; i < sorted.length && sorted[i] <= sorted[at] + width; i++)
			if (near[i] > near[at]) return false;
		for (int i = at - 1; i >= 0 && sorted[i] >= sorted[at] - width; i--)
			if (near[i] > near[at]) return false;
		return true;
	}
}
