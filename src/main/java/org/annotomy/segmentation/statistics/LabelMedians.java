package org.annotomy.segmentation.statistics;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

import org.annotomy.task.Progress;
import org.annotomy.task.Workers;

/**
 * The median of the values under each label but 0: the middle one, or the mean of the two in the middle. Apart from other statistics, since
 * all values under labels are copied (4 bytes each) and sorted. NaN does not count; a label with nothing else has NaN.
 */
public final class LabelMedians {

	private static final String DOING = "Finding medians";

	private final LabelRuns labels;
	private final FloatValues values;
	private final LabelSlots slots = new LabelSlots();
	private int[] counts = new int[32];

	/** The values of a volume, whatever their type. */
	@FunctionalInterface
	private interface FloatValues {
		float at(int index);
	}

	private LabelMedians(LabelRuns labels, FloatValues values) {
		this.labels = labels;
		this.values = values;
	}

	/**
	 * By label, in rising order; labels of 16 bits are without sign.
	 *
	 * @throws IllegalArgumentException if the arrays have different lengths
	 * @throws org.annotomy.task.CancelledException if the user cancelled; likewise the other three
	 */
	public static SortedMap<Integer, Double> of(short[] values, short[] labels, Progress progress) {
		return of(i -> values[i], values.length, LabelRuns.of(labels), progress);
	}

	/** Likewise. */
	public static SortedMap<Integer, Double> of(short[] values, int[] labels, Progress progress) {
		return of(i -> values[i], values.length, LabelRuns.of(labels), progress);
	}

	/** Likewise. */
	public static SortedMap<Integer, Double> of(float[] values, short[] labels, Progress progress) {
		return of(i -> values[i], values.length, LabelRuns.of(labels), progress);
	}

	/** Likewise. */
	public static SortedMap<Integer, Double> of(float[] values, int[] labels, Progress progress) {
		return of(i -> values[i], values.length, LabelRuns.of(labels), progress);
	}

	private static SortedMap<Integer, Double> of(FloatValues values, int length, LabelRuns labels, Progress progress) {
		if (length != labels.length())
			throw new IllegalArgumentException("There are " + length + " values for " + labels.length() + " labels.");
		LabelMedians medians = new LabelMedians(labels, values);
		medians.count();
		progress.checkCancelled();
		float[][] sorted = medians.collect();
		Double[] found = new Double[sorted.length];
		Workers.forEach(sorted.length, progress, DOING, slot -> found[slot] = median(sorted[slot]));
		SortedMap<Integer, Double> byLabel = new TreeMap<>();
		for (int slot = 0; slot < found.length; slot++)
			byLabel.put(medians.slots.label(slot), found[slot]);
		return byLabel;
	}

	private void count() {
		for (int at = 0; at < labels.length();) {
			int next = labels.runEnd(at, labels.length());
			if (labels.label(at) != 0) {
				int slot = slots.slot(labels.label(at));
				if (slot == counts.length) counts = Arrays.copyOf(counts, 2 * slot);
				for (int i = at; i < next; i++)
					if (!Float.isNaN(values.at(i))) counts[slot]++;
			}
			at = next;
		}
	}

	private float[][] collect() {
		float[][] all = new float[slots.count()][];
		for (int slot = 0; slot < all.length; slot++)
			all[slot] = new float[counts[slot]];
		int[] filled = new int[all.length];
		for (int at = 0; at < labels.length();) {
			int next = labels.runEnd(at, labels.length());
			if (labels.label(at) != 0) {
				int slot = slots.slot(labels.label(at));
				for (int i = at; i < next; i++)
					if (!Float.isNaN(values.at(i))) all[slot][filled[slot]++] = values.at(i);
			}
			at = next;
		}
		return all;
	}

	private static double median(float[] values) {
		if (values.length == 0) return Double.NaN;
		Arrays.sort(values);
		int middle = values.length / 2;
		return values.length % 2 == 1 ? values[middle] : ((double) values[middle - 1] + values[middle]) / 2;
	}
}
