package org.annotomy.segmentation.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.annotomy.task.Progress;
import org.annotomy.task.Workers;

/**
 * The values under one label. NaN does not count.
 *
 * @param label of 16 bits without sign, or of 32 bits
 * @param count how many values
 * @param sum of them
 * @param mean NaN if there is no value; likewise sd, min and max
 * @param sd of a sample (n − 1), as in ImageJ and ITK; NumPy's and scipy's are of the population; 0 for one value
 */
public record LabelStatistics(int label, long count, double sum, double mean, double sd, double min, double max) {

	private static final String DOING = "Measuring labels";

	/** Voxels that are summed up in one go, whatever the number of threads, so that sums are rounded the same way. */
	private static final int BLOCK = 1 << 20;

	/**
	 * Of every label but 0 that occurs, in rising order.
	 *
	 * @param values x fastest, as the labels
	 * @throws IllegalArgumentException if the arrays have different lengths
	 * @throws org.annotomy.task.CancelledException if the user cancelled; likewise the other three
	 */
	public static List<LabelStatistics> of(short[] values, short[] labels, Progress progress) {
		return of(RunValues.of(values), values.length, LabelRuns.of(labels), progress);
	}

	/** Likewise. */
	public static List<LabelStatistics> of(short[] values, int[] labels, Progress progress) {
		return of(RunValues.of(values), values.length, LabelRuns.of(labels), progress);
	}

	/** Likewise. */
	public static List<LabelStatistics> of(float[] values, short[] labels, Progress progress) {
		return of(RunValues.of(values), values.length, LabelRuns.of(labels), progress);
	}

	/** Likewise. */
	public static List<LabelStatistics> of(float[] values, int[] labels, Progress progress) {
		return of(RunValues.of(values), values.length, LabelRuns.of(labels), progress);
	}

	private static List<LabelStatistics> of(RunValues values, int length, LabelRuns labels, Progress progress) {
		if (length != labels.length())
			throw new IllegalArgumentException("There are " + length + " values for " + labels.length() + " labels.");
		Table[] each = new Table[(length + BLOCK - 1) / BLOCK];
		Workers.forEach(each.length, progress, DOING, block -> {
			Table table = new Table();
			int end = (int) Math.min(length, (block + 1L) * BLOCK);
			for (int at = block * BLOCK; at < end;) {
				int next = labels.runEnd(at, end);
				int label = labels.label(at);
				if (label != 0) values.add(at, next, table.sums(label));
				at = next;
			}
			each[block] = table;
		});
		Table all = new Table();
		for (Table table : each)
			all.add(table);
		return all.rows();
	}

	/** Sums by label. */
	private static final class Table {

		private final LabelSlots slots = new LabelSlots();
		private final List<ValueSums> sums = new ArrayList<>();

		ValueSums sums(int label) {
			int slot = slots.slot(label);
			if (slot == sums.size()) sums.add(new ValueSums());
			return sums.get(slot);
		}

		void add(Table other) {
			for (int i = 0; i < other.sums.size(); i++)
				sums(other.slots.label(i)).add(other.sums.get(i));
		}

		List<LabelStatistics> rows() {
			List<LabelStatistics> rows = new ArrayList<>();
			for (int i = 0; i < sums.size(); i++)
				rows.add(sums.get(i).row(slots.label(i)));
			rows.sort(Comparator.comparingInt(LabelStatistics::label));
			return rows;
		}
	}
}
