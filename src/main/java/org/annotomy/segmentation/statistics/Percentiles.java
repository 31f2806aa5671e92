package org.annotomy.segmentation.statistics;

import java.util.Arrays;

import org.annotomy.segmentation.volume.ImageVolume;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;

/** The values of an image under a mask, in order. NaN does not count. */
public final class Percentiles {

	private final float[] sorted;

	private Percentiles(float[] sorted) {
		this.sorted = sorted;
	}

	/** @param values need not be in order; not changed */
	public static Percentiles of(float[] values) {
		return sorted(values.clone(), values.length);
	}

	/** In modality units. What lies beyond the image does not count. */
	public static Percentiles of(Mask mask, ImageVolume image, Progress progress) {
		Mask inside = mask.on(mask.bounds().intersect(image.size().box()));
		float[] values = image.values(inside.box(), progress);
		int count = 0;
		for (int i = 0; i < values.length; i++)
			if (inside.voxels()[i] != 0) values[count++] = values[i];
		return sorted(values, count);
	}

	/** Takes the array over. */
	private static Percentiles sorted(float[] values, int length) {
		int count = 0;
		for (int i = 0; i < length; i++)
			if (!Float.isNaN(values[i])) values[count++] = values[i];
		float[] own = Arrays.copyOf(values, count);
		Arrays.parallelSort(own);
		return new Percentiles(own);
	}

	/** How many values. */
	public int count() {
		return sorted.length;
	}

	/**
	 * Linear between neighbouring values, as NumPy's: 0 is the smallest, 50 the median, 100 the largest.
	 *
	 * @return NaN if there are no values
	 * @throws IllegalArgumentException if {@code percent} is not from 0 to 100
	 */
	public double at(double percent) {
		if (!(percent >= 0 && percent <= 100))
			throw new IllegalArgumentException("A percentile must be from 0 to 100 but is " + percent + ".");
		if (sorted.length == 0) return Double.NaN;
		double place = percent / 100 * (sorted.length - 1);
		int below = (int) place;
		if (below == sorted.length - 1) return sorted[below];
		return sorted[below] + (place - below) * ((double) sorted[below + 1] - sorted[below]);
	}

	/** Count, mean, deviation and ends; of label 0. */
	public LabelStatistics statistics() {
		ValueSums sums = new ValueSums();
		if (sorted.length > 0) RunValues.of(sorted).add(0, sorted.length, sums);
		return sums.row(0);
	}
}
