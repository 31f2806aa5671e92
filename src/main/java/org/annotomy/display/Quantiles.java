package org.annotomy.display;

import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Percentiles of stored values, exact and without a copy of the pixels: every value is counted in a table of its 16 bits; values of
 * 32 bits take a second pass that counts the lower 16 bits where the upper ones have decided. Nearest rank: the least value such
 * that at least that part of all values is not above it (numpy's {@code inverted_cdf}). NaN, infinities and padding do not count;
 * {@code double} values are rounded to {@code float}.
 */
public final class Quantiles {

	/** Rounding of {@code percent / 100 · count} must not lift a whole number to the next rank. */
	private static final double RANK_TOLERANCE = 1e-9;

	private Quantiles() {}

	/**
	 * One stored value for each percentage from 0 (the least value) to 100 (the greatest).
	 *
	 * @throws IllegalArgumentException if a percentage is out of range, or there is no value at all
	 */
	public static double[] of(PixelSamples samples, double... percents) {
		return find(samples, percents).orElseThrow(() -> new IllegalArgumentException(
				"There is no value to find a display window from: all pixels are padding or not a number."));
	}

	/**
	 * The same; empty if there is no value at all.
	 *
	 * @throws IllegalArgumentException if a percentage is out of range
	 */
	public static Optional<double[]> find(PixelSamples samples, double... percents) {
		KeyCounts upper = KeyCounts.upper(samples);
		long total = LongStream.of(upper.counts()).sum();
		if (total == 0) return Optional.empty();
		double[] values = new double[percents.length];
		for (int i = 0; i < percents.length; i++)
			values[i] = value(samples, upper, rank(percents[i], total));
		return Optional.of(values);
	}

	private static long rank(double percent, long total) {
		if (!(percent >= 0 && percent <= 100))
			throw new IllegalArgumentException("A percentile is from 0 to 100, not " + percent + ".");
		double exact = percent / 100 * total;
		return Math.min(total, Math.max(1, (long) Math.ceil(exact - RANK_TOLERANCE * Math.max(1, exact))));
	}

	private static double value(PixelSamples samples, KeyCounts upper, long rank) {
		int bin = upper.binOf(rank);
		if (!upper.hasLower()) return upper.valueOf(bin, 0);
		KeyCounts lower = KeyCounts.lower(samples, bin);
		return upper.valueOf(bin, lower.binOf(rank - upper.countBelow(bin)));
	}
}
