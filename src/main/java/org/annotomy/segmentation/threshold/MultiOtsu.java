package org.annotomy.segmentation.threshold;

import java.util.Arrays;

/**
 * Parts values into several classes that differ most (largest variance between classes), as scikit-image's {@code threshold_multiotsu}. P.
 * Liao, T. Chen, P. Chung: A fast algorithm for multilevel thresholding, J. Inf. Sci. Eng. 17, 2001. The best partition is found by dynamic
 * programming, in time that grows with the classes and the square of the bins; it looks at 1024 bins at the most.
 */
public final class MultiOtsu {

	private MultiOtsu() {}

	/**
	 * @param classes 2 or more
	 * @return one threshold less than classes, rising; values above a threshold belong to the next class
	 * @throws IllegalArgumentException if fewer bins than classes have values
	 */
	public static double[] of(Histogram histogram, int classes) {
		Histogram few = histogram.trimmed().atMost(AutoThreshold.FEW);
		long used = Arrays.stream(few.counts()).filter(count -> count > 0).count();
		if (classes < 2) throw new IllegalArgumentException("The number of classes must be 2 or more but is " + classes + ".");
		if (used < classes)
			throw new IllegalArgumentException(
					"There are only " + used + " different values; they make no " + classes + " classes.");
		int[] ends = best(few.counts(), classes);
		return Arrays.stream(ends).limit(classes - 1).mapToDouble(few::value).toArray();
	}

	/** The last bin of each class. */
	private static int[] best(long[] counts, int classes) {
		int n = counts.length;
		double[] count = new double[n + 1];
		double[] sum = new double[n + 1];
		for (int i = 0; i < n; i++) {
			count[i + 1] = count[i] + counts[i];
			sum[i + 1] = sum[i] + (double) counts[i] * i;
		}
		double[] before = new double[n];
		for (int end = 0; end < n; end++)
			before[end] = gain(count, sum, 0, end);
		int[][] begins = new int[classes][n];
		for (int k = 1; k < classes; k++) {
			double[] with = new double[n];
			Arrays.fill(with, Double.NEGATIVE_INFINITY);
			for (int end = k; end < n; end++)
				for (int begin = k; begin <= end; begin++) {
					double gain = before[begin - 1] + gain(count, sum, begin, end);
					if (gain > with[end]) {
						with[end] = gain;
						begins[k][end] = begin;
					}
				}
			before = with;
		}
		int[] ends = new int[classes];
		ends[classes - 1] = n - 1;
		for (int k = classes - 1; k > 0; k--)
			ends[k - 1] = begins[k][ends[k]] - 1;
		return ends;
	}

	/** What a class adds to the variance between classes; impossible if it is empty. */
	private static double gain(double[] count, double[] sum, int begin, int end) {
		double values = count[end + 1] - count[begin];
		double total = sum[end + 1] - sum[begin];
		return values == 0 ? Double.NEGATIVE_INFINITY : total * total / values;
	}
}
