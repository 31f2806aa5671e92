package org.annotomy.segmentation.threshold;

/** Thresholds from means, variances, moments and the shape of a histogram whose first and last bins are not empty. */
final class VarianceThresholds {

	private static final int BYTE = 255;

	private VarianceThresholds() {}

	static double otsu(Histogram histogram) {
		Sums sums = new Sums(histogram);
		int best = 0;
		double most = -1;
		for (int t = 0; t < sums.last(); t++) {
			double low = sums.count(t);
			double high = sums.count(sums.last()) - low;
			double apart = sums.first(t) / low - (sums.first(sums.last()) - sums.first(t)) / high;
			double between = low * high * apart * apart;
			if (between > most) {
				most = between;
				best = t;
			}
		}
		return histogram.value(best);
	}

	/** As ImageJ's: the bin itself belongs to neither class, and the mean of the lower one is cut to a whole number. */
	static double isoData(Histogram histogram) {
		Sums sums = new Sums(histogram);
		for (int t = 1; t < sums.last(); t++) {
			double low = Math.floor(sums.first(t - 1) / sums.count(t - 1));
			double high = (sums.first(sums.last()) - sums.first(t)) / (sums.count(sums.last()) - sums.count(t));
			if (Math.round((low + high) / 2) == t) return histogram.value(t);
		}
		return histogram.value(sums.last() / 2);
	}

	/** A class of values that are all the same has the variance of values spread evenly over the bin. */
	static double minimumError(Histogram histogram) {
		Sums sums = new Sums(histogram);
		int best = 0;
		double least = Double.POSITIVE_INFINITY;
		for (int t = 0; t < sums.last(); t++) {
			double error = sums.error(0, t) + sums.error(t + 1, sums.last());
			if (error < least) {
				least = error;
				best = t;
			}
		}
		return histogram.value(best);
	}

	static double moments(Histogram histogram) {
		long[] counts = histogram.counts();
		double total = histogram.total();
		double m1 = 0;
		double m2 = 0;
		double m3 = 0;
		for (int i = 0; i < counts.length; i++) {
			double part = counts[i] / total;
			m1 += part * i;
			m2 += part * i * i;
			m3 += part * i * i * i;
		}
		double spread = m2 - m1 * m1;
		double c0 = (m1 * m3 - m2 * m2) / spread;
		double c1 = (m1 * m2 - m3) / spread;
		double root = Math.sqrt(Math.max(0, c1 * c1 - 4 * c0));
		double low = (-c1 - root) / 2;
		double high = (-c1 + root) / 2;
		double background = (high - m1) / (high - low);
		double sum = 0;
		for (int i = 0; i < counts.length; i++) {
			sum += counts[i] / total;
			if (sum > background) return histogram.value(i);
		}
		return histogram.value(counts.length - 1);
	}

	/** As ImageJ's: the line ends one bin beyond the tail, and the threshold lies one bin from the deepest place towards it. */
	static double triangle(Histogram histogram) {
		long[] counts = histogram.counts();
		int n = counts.length;
		int peak = 0;
		for (int i = 1; i < n; i++)
			if (counts[i] > counts[peak]) peak = i;
		// In an image of 8 bits nothing lies beyond 0 and 255.
		int first = histogram.lowest() == 0 ? 0 : -1;
		int last = histogram.value(n - 1) == BYTE ? n - 1 : n;
		boolean tailIsHigh = peak - first < last - peak;
		int tail = tailIsHigh ? last : first;
		int step = tailIsHigh ? -1 : 1;
		long tailCount = tail < 0 || tail == n ? 0 : counts[tail];
		int best = tail;
		double deepest = 0;
		for (int i = tail + step; i != peak + step; i += step) {
			double depth = (double) counts[peak] * Math.abs(i - tail) - (double) Math.abs(peak - tail) * (counts[i] - tailCount);
			if (depth > deepest) {
				deepest = depth;
				best = i;
			}
		}
		return histogram.value(best - step);
	}

	/** Sums of counts, of bins and of their squares up to each bin. */
	private static final class Sums {

		private final double[] counts;
		private final double[] firsts;
		private final double[] seconds;

		Sums(Histogram histogram) {
			int n = histogram.counts().length;
			counts = new double[n];
			firsts = new double[n];
			seconds = new double[n];
			double count = 0;
			double first = 0;
			double second = 0;
			for (int i = 0; i < n; i++) {
				double here = histogram.counts()[i];
				counts[i] = count += here;
				firsts[i] = first += here * i;
				seconds[i] = second += here * i * i;
			}
		}

		int last() {
			return counts.length - 1;
		}

		double count(int to) {
			return counts[to];
		}

		double first(int to) {
			return firsts[to];
		}

		/** P log σ² − 2 P log P of the bins from one to another. */
		double error(int from, int to) {
			double count = counts[to] - (from == 0 ? 0 : counts[from - 1]);
			double mean = (firsts[to] - (from == 0 ? 0 : firsts[from - 1])) / count;
			double variance = (seconds[to] - (from == 0 ? 0 : seconds[from - 1])) / count - mean * mean;
			double part = count / counts[last()];
			return part * Math.log(Math.max(variance, 1.0 / 12)) - 2 * part * Math.log(part);
		}
	}
}
