package org.annotomy.segmentation.threshold;

import java.util.Arrays;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;

/** Thresholds from the entropy or the fuzziness of a histogram whose first and last bins are not empty. */
final class EntropyThresholds {

	private static final int MOST_ITERATIONS = 10_000;

	private EntropyThresholds() {}

	/** Rounded on the way, as in ImageJ. */
	static double li(Histogram histogram) {
		long[] counts = histogram.counts();
		double next = mean(counts, 0, counts.length - 1);
		int split = 0;
		for (int i = 0; i < MOST_ITERATIONS; i++) {
			double last = next;
			split = (int) (last + 0.5);
			double low = mean(counts, 0, split);
			double high = mean(counts, split + 1, counts.length - 1);
			if (low <= 0 || Double.isNaN(high)) break;
			next = Math.floor((high - low) / (Math.log(high) - Math.log(low)) + 0.5);
			if (Math.abs(next - last) <= 0.5) break;
		}
		return histogram.value(split);
	}

	static double maximumEntropy(Histogram histogram) {
		return histogram.value(renyi(parts(histogram), 1));
	}

	static double renyi(Histogram histogram) {
		double[] parts = parts(histogram);
		int[] t = {renyi(parts, 0.5), renyi(parts, 1), renyi(parts, 2)};
		Arrays.sort(t);
		double near = Math.max(5, parts.length * 5 / 256.0);
		boolean lowNear = t[1] - t[0] <= near;
		boolean highNear = t[2] - t[1] <= near;
		double[] weights = lowNear == highNear ? new double[]{1, 2, 1} : lowNear ? new double[]{0, 1, 3} : new double[]{3, 1, 0};
		double upTo0 = sum(parts, t[0]);
		double upTo2 = sum(parts, t[2]);
		double quarter = (upTo2 - upTo0) / 4;
		double threshold = t[0] * (upTo0 + quarter * weights[0]) + t[1] * quarter * weights[1]
				+ t[2] * (1 - upTo2 + quarter * weights[2]);
		return histogram.value((int) threshold);
	}

	static double yen(Histogram histogram) {
		double[] parts = parts(histogram);
		double squares = 0;
		for (double part : parts)
			squares += part * part;
		double low = 0;
		double lowSquares = 0;
		double most = Double.NEGATIVE_INFINITY;
		int best = 0;
		for (int t = 0; t < parts.length - 1; t++) {
			low += parts[t];
			lowSquares += parts[t] * parts[t];
			double criterion = 2 * Math.log(low * (1 - low)) - Math.log(lowSquares * (squares - lowSquares));
			if (criterion > most) {
				most = criterion;
				best = t;
			}
		}
		return histogram.value(best);
	}

	static double shanbhag(Histogram histogram) {
		return least(histogram, each -> {
			double[] parts = parts(each);
			double[] low = new double[parts.length];
			double sum = 0;
			for (int i = 0; i < parts.length; i++)
				low[i] = sum += parts[i];
			return t -> t == parts.length - 1
					? Double.POSITIVE_INFINITY
					: Math.abs(backgroundMembership(parts, low, t) - foregroundMembership(parts, low, t));
		});
	}

	/** The first bin where a criterion is least. It costs a look at all bins, so of many bins it is looked for by groups first, then around. */
	private static double least(Histogram histogram, Function<Histogram, IntToDoubleFunction> criterion) {
		int bins = histogram.counts().length;
		int together = (bins + AutoThreshold.FEW - 1) / AutoThreshold.FEW;
		if (together == 1) return histogram.value(least(criterion.apply(histogram), 0, bins));
		Histogram coarse = histogram.atMost(AutoThreshold.FEW);
		int near = least(criterion.apply(coarse), 0, coarse.counts().length);
		return histogram.value(least(criterion.apply(histogram), Math.max(0, (near - 1) * together),
				Math.min(bins, (near + 2) * together)));
	}

	private static int least(IntToDoubleFunction criterion, int from, int to) {
		int best = from;
		double least = Double.POSITIVE_INFINITY;
		for (int t = from; t < to; t++) {
			double here = criterion.applyAsDouble(t);
			if (here < least) {
				least = here;
				best = t;
			}
		}
		return best;
	}

	private static double backgroundMembership(double[] parts, double[] low, int t) {
		double factor = 0.5 / low[t];
		double entropy = 0;
		for (int i = 1; i <= t; i++)
			entropy -= parts[i] * Math.log(1 - factor * low[i - 1]);
		return entropy * factor;
	}

	private static double foregroundMembership(double[] parts, double[] low, int t) {
		double factor = 0.5 / (1 - low[t]);
		double entropy = 0;
		for (int i = t + 1; i < parts.length; i++)
			entropy -= parts[i] * Math.log(1 - factor * (1 - low[i]));
		return entropy * factor;
	}

	static double huang(Histogram histogram) {
		return least(histogram, each -> {
			long[] counts = each.counts();
			int last = counts.length - 1;
			return t -> fuzziness(counts, 0, t) + (t < last ? fuzziness(counts, t + 1, last) : 0);
		});
	}

	/** How uncertain it is that the bins from one to another belong to their mean. */
	private static double fuzziness(long[] counts, int from, int to) {
		double mean = mean(counts, from, to);
		double fuzziness = 0;
		for (int i = from; i <= to; i++) {
			double member = 1 / (1 + Math.abs(i - mean) / (counts.length - 1));
			if (member < 1 - 1e-6 && member > 1e-6)
				fuzziness += counts[i] * (-member * Math.log(member) - (1 - member) * Math.log(1 - member));
		}
		return fuzziness;
	}

	/** The bin where the sum of the two classes' entropies of an order is largest, the lowest of several. */
	private static int renyi(double[] parts, double order) {
		double[] powers = new double[parts.length];
		double all = 0;
		for (int i = 0; i < parts.length; i++)
			all += powers[i] = order == 1 ? parts[i] == 0 ? 0 : -parts[i] * Math.log(parts[i]) : Math.pow(parts[i], order);
		double low = 0;
		double below = 0;
		double most = Double.NEGATIVE_INFINITY;
		int best = 0;
		for (int t = 0; t < parts.length - 1; t++) {
			low += parts[t];
			below += powers[t];
			double high = 1 - low;
			double entropy = order == 1
					? below / low + Math.log(low) + (all - below) / high + Math.log(high)
					: (Math.log(below / Math.pow(low, order)) + Math.log((all - below) / Math.pow(high, order))) / (1 - order);
			if (entropy > most) {
				most = entropy;
				best = t;
			}
		}
		return best;
	}

	private static double[] parts(Histogram histogram) {
		double total = histogram.total();
		return Arrays.stream(histogram.counts()).mapToDouble(count -> count / total).toArray();
	}

	private static double sum(double[] parts, int to) {
		double sum = 0;
		for (int i = 0; i <= to; i++)
			sum += parts[i];
		return sum;
	}

	/** NaN if no value is counted there. */
	private static double mean(long[] counts, int from, int to) {
		double count = 0;
		double sum = 0;
		for (int i = from; i <= to; i++) {
			count += counts[i];
			sum += (double) counts[i] * i;
		}
		return sum / count;
	}
}
