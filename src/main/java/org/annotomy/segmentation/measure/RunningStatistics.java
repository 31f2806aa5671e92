package org.annotomy.segmentation.measure;

/**
 * Statistics of values that come one after the other: Welford's running mean and sum of squares (1962), so no digits are lost, whatever the
 * offset of the values. NaN does not count.
 */
public final class RunningStatistics {

	private long count;
	private double mean;
	private double squares;
	private double min = Double.POSITIVE_INFINITY;
	private double max = Double.NEGATIVE_INFINITY;

	/** Counts a value. */
	public void add(double value) {
		if (Double.isNaN(value)) return;
		count++;
		double delta = value - mean;
		mean += delta / count;
		squares += delta * (value - mean);
		if (value < min) min = value;
		if (value > max) max = value;
	}

	/** Of what was counted so far. */
	public ValueStatistics result() {
		if (count == 0) return ValueStatistics.NONE;
		return new ValueStatistics(count, mean, count > 1 ? Math.sqrt(squares / (count - 1)) : 0, min, max);
	}
}
