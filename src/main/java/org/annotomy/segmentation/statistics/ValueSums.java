package org.annotomy.segmentation.statistics;

/**
 * Count, mean, squared deviations and ends of many values, put together from parts (T. Chan, G. Golub, R. LeVeque: Updating formulae and a
 * pairwise algorithm for computing sample variances, 1979), so that few digits are lost whatever the offset of the values.
 */
final class ValueSums {

	private long count;
	private double sum;
	private double mean;
	private double squares;
	private double min = Double.POSITIVE_INFINITY;
	private double max = Double.NEGATIVE_INFINITY;

	/** @param squaresOfPart squared deviations from the part's own mean */
	void add(long countOfPart, double sumOfPart, double squaresOfPart, double minOfPart, double maxOfPart) {
		if (countOfPart == 0) return;
		long both = count + countOfPart;
		double apart = sumOfPart / countOfPart - mean;
		squares += squaresOfPart + apart * apart * ((double) count * countOfPart / both);
		mean += apart * countOfPart / both;
		sum += sumOfPart;
		count = both;
		min = Math.min(min, minOfPart);
		max = Math.max(max, maxOfPart);
	}

	void add(ValueSums other) {
		add(other.count, other.sum, other.squares, other.min, other.max);
	}

	LabelStatistics row(int label) {
		if (count == 0) return new LabelStatistics(label, 0, 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
		double sd = count == 1 ? 0 : Math.sqrt(squares / (count - 1));
		return new LabelStatistics(label, count, sum, sum / count, sd, min, max);
	}
}
