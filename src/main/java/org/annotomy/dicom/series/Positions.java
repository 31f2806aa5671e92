package org.annotomy.dicom.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.annotomy.geometry.Position;

/** Where parallel frames lie along their normal, and which of them lie at the same place. */
final class Positions {

	private static final double SAME_POSITION_MM = 0.01;
	private static final double SAME_PLACE_MM = 0.1;

	private final Position normal;
	private final double tolerance;
	private final List<List<SliceFrame>> all;

	/** @param parallel at least one frame, all with geometry and the same orientation */
	Positions(List<SliceFrame> parallel) {
		this.normal = parallel.get(0).geometry().normal();
		this.tolerance = tolerance(parallel);
		this.all = of(parallel);
	}

	/** 0.01 mm, or a hundredth of the usual gap. */
	private double tolerance(List<SliceFrame> frames) {
		double[] distances = frames.stream().mapToDouble(f -> f.distanceAlong(normal)).sorted().toArray();
		double[] gaps = new double[distances.length];
		int count = 0;
		for (int i = 1; i < distances.length; i++)
			if (distances[i] - distances[i - 1] > SAME_POSITION_MM) gaps[count++] = distances[i] - distances[i - 1];
		if (count == 0) return SAME_POSITION_MM;
		Arrays.sort(gaps, 0, count);
		return Math.max(SAME_POSITION_MM, gaps[count / 2] / 100);
	}

	/** The frames at each position, in the order of the positions. */
	List<List<SliceFrame>> all() {
		return all;
	}

	int count() {
		return all.size();
	}

	/** How many frames there are at every position; 0 if it is not the same everywhere. */
	int depth() {
		return evenDepth(all);
	}

	/** How many of {@code part} there are at every one of all positions; 0 if it is not the same everywhere. */
	int depth(List<SliceFrame> part) {
		if (part.size() % count() != 0) return 0;
		List<List<SliceFrame>> positions = of(part);
		if (positions.size() != count()) return 0;
		for (int k = 0; k < count(); k++)
			if (place(positions, k).distanceTo(place(all, k)) > SAME_PLACE_MM) return 0;
		return evenDepth(positions);
	}

	private static int evenDepth(List<List<SliceFrame>> positions) {
		int depth = positions.get(0).size();
		for (List<SliceFrame> here : positions)
			if (here.size() != depth) return 0;
		return depth;
	}

	private static Position place(List<List<SliceFrame>> positions, int k) {
		return positions.get(k).get(0).geometry().position();
	}

	/** Some of the frames by their positions. */
	List<List<SliceFrame>> of(List<SliceFrame> part) {
		List<List<SliceFrame>> positions = new ArrayList<>();
		double last = Double.NEGATIVE_INFINITY;
		for (SliceFrame frame : sorted(part)) {
			double distance = frame.distanceAlong(normal);
			if (distance - last > tolerance) {
				positions.add(new ArrayList<>());
				last = distance;
			}
			positions.get(positions.size() - 1).add(frame);
		}
		return positions;
	}

	List<SliceFrame> sorted(List<SliceFrame> frames) {
		return frames.stream().sorted(Comparator.comparingDouble(f -> f.distanceAlong(normal))).toList();
	}

	SliceSpacing spacing(List<SliceFrame> sorted) {
		return SliceSpacing.of(sorted.stream().mapToDouble(f -> f.distanceAlong(normal)).toArray());
	}
}
