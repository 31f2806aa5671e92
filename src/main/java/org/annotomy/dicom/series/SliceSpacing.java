package org.annotomy.dicom.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How sorted slices are spaced along their normal.
 *
 * @param stepMm the usual gap
 * @param steps how many steps lie between neighbours: 1, or more where slices are missing; all 1 if uneven
 * @param even whether all gaps are whole numbers of steps
 */
record SliceSpacing(double[] distances, double stepMm, int[] steps, boolean even) {

	private static final double ABSOLUTE_TOLERANCE_MM = 0.01;
	private static final double RELATIVE_TOLERANCE = 0.01;
	/** A gap of so many steps is a hole, if such gaps are rare. */
	private static final double HOLE_STEPS = 3;
	private static final int RARE = 3;
	/** So many wide gaps in a row are a slab of another spacing. */
	private static final int SLAB_GAPS = 3;
	private static final int SLAB_SLICES = 3;
	/** More pieces than this are no slabs of different spacing but plain disorder. */
	private static final int MAX_SLABS = 4;

	/** @param distances ascending, each once; at least one */
	static SliceSpacing of(double[] distances) {
		double[] gaps = new double[distances.length - 1];
		for (int i = 0; i < gaps.length; i++)
			gaps[i] = distances[i + 1] - distances[i];
		int[] steps = new int[gaps.length];
		Arrays.fill(steps, 1);
		if (gaps.length == 0) return new SliceSpacing(distances, Double.NaN, steps, true);
		double[] sorted = gaps.clone();
		Arrays.sort(sorted);
		double step = sorted[(sorted.length - 1) / 2];
		int missing = 0;
		int wide = 0;
		int row = 0;
		boolean even = true;
		for (int i = 0; i < gaps.length && even; i++) {
			steps[i] = (int) Math.max(1, Math.min(1 << 16, Math.round(gaps[i] / step)));
			double tolerance = Math.max(ABSOLUTE_TOLERANCE_MM, RELATIVE_TOLERANCE * step) * steps[i];
			even = Math.abs(gaps[i] - steps[i] * step) <= tolerance;
			missing += steps[i] - 1;
			row = steps[i] > 1 ? row + 1 : 0;
			if (steps[i] > 1) wide++;
			even &= row < SLAB_GAPS;
		}
		// Holes larger than what is there, or at every turn, are no missing slices but something else.
		even &= missing <= distances.length && wide <= Math.max(1, gaps.length / RARE);
		if (!even) Arrays.fill(steps, 1);
		return new SliceSpacing(distances, step, steps, even);
	}

	/**
	 * Pieces that are better than the whole: apart where there is a hole, or where the spacing changes for good.
	 *
	 * @return first and last slice of each piece; one piece if the slices are even or in no order at all
	 */
	List<int[]> pieces() {
		int last = distances.length - 1;
		if (even) return List.of(new int[]{0, last});
		List<int[]> pieces = new ArrayList<>();
		int holes = 0;
		int start = 0;
		for (int i = 0; i < last; i++)
			if (gap(i) > HOLE_STEPS * stepMm) {
				holes++;
				addSlabs(start, i, pieces);
				start = i + 1;
			}
		if (holes > Math.max(1, last / RARE)) {
			pieces.clear();
			start = 0;
		}
		addSlabs(start, last, pieces);
		return pieces;
	}

	private void addSlabs(int first, int last, List<int[]> pieces) {
		List<int[]> slabs = new ArrayList<>();
		if (!of(Arrays.copyOfRange(distances, first, last + 1)).even)
			for (int start = first; start <= last;) {
				int end = Math.min(last, start + 1);
				while (end < last
						&& Math.abs(gap(end) - gap(start)) <= Math.max(ABSOLUTE_TOLERANCE_MM, RELATIVE_TOLERANCE * gap(start)))
					end++;
				slabs.add(new int[]{start, end});
				start = end + 1;
			}
		boolean disorder = slabs.stream().anyMatch(slab -> slab[1] - slab[0] + 1 < SLAB_SLICES);
		if (slabs.isEmpty() || slabs.size() > MAX_SLABS || disorder) pieces.add(new int[]{first, last});
		else pieces.addAll(slabs);
	}

	private double gap(int after) {
		return distances[after + 1] - distances[after];
	}

	/** Puts nulls where slices are missing. */
	<T> List<T> withHoles(List<T> slices) {
		List<T> all = new ArrayList<>();
		for (int i = 0; i < slices.size(); i++) {
			all.add(slices.get(i));
			for (int hole = 1; i < steps.length && hole < steps[i]; hole++)
				all.add(null);
		}
		return all;
	}

	/** Of each slice from the first; empty if they are even. */
	List<Double> offsetsMm() {
		return even ? List.of() : Arrays.stream(distances).map(d -> d - distances[0]).boxed().toList();
	}

	/** In words for the user, one sentence for each finding. */
	List<String> warnings() {
		List<String> warnings = new ArrayList<>();
		if (!even) {
			double[] gaps = IntStream.range(0, steps.length).mapToDouble(this::gap).sorted().toArray();
			warnings.add(String.format(Locale.ROOT,
					"The slices are unevenly spaced (%.2f to %.2f mm): volumes are not measured. "
							+ "Resample To Even Slices... makes an evenly spaced copy.",
					gaps[0],
					gaps[gaps.length - 1]));
		}
		int slice = 1;
		for (int i = 0; i < steps.length; slice += steps[i++])
			if (steps[i] > 1) warnings.add(missing(slice, steps[i] - 1));
		return warnings;
	}

	private static String missing(int before, int count) {
		String what = count == 1 ? "1 slice is missing" : count + " slices are missing";
		return what + " between slices " + before + " and " + (before + count + 1) + " and shown empty.";
	}
}
