package org.annotomy.segmentation.statistics;

/** Adds up the values of a run of voxels. */
@FunctionalInterface
interface RunValues {

	/** The values from one place to before another. */
	void add(int from, int to, ValueSums sums);

	/** Sums of shorts are whole numbers: nothing is rounded within a run. */
	static RunValues of(short[] values) {
		return (from, to, sums) -> {
			long sum = 0;
			long squares = 0;
			int min = Short.MAX_VALUE;
			int max = Short.MIN_VALUE;
			for (int i = from; i < to; i++) {
				int value = values[i];
				sum += value;
				squares += value * value;
				min = Math.min(min, value);
				max = Math.max(max, value);
			}
			int count = to - from;
			sums.add(count, sum, squares - (double) sum * sum / count, min, max);
		};
	}

	static RunValues of(float[] values) {
		return (from, to, sums) -> {
			double sum = 0;
			int count = 0;
			double min = Double.POSITIVE_INFINITY;
			double max = Double.NEGATIVE_INFINITY;
			for (int i = from; i < to; i++) {
				double value = values[i];
				if (Double.isNaN(value)) continue;
				sum += value;
				count++;
				if (value < min) min = value;
				if (value > max) max = value;
			}
			double mean = sum / count;
			double squares = 0;
			for (int i = from; i < to; i++)
				if (!Float.isNaN(values[i])) squares += (values[i] - mean) * (values[i] - mean);
			sums.add(count, sum, squares, min, max);
		};
	}
}
