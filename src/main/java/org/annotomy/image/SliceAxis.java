package org.annotomy.image;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is special about the slices of a volume.
 *
 * @param offsetsMm where each slice lies along the stack's normal, counted from the first; empty if they are evenly spaced
 * @param missing slices (from 0) that the files lack: they are shown empty and hold no measurement
 */
public record SliceAxis(List<Double> offsetsMm, SortedSet<Integer> missing) {

	/** Evenly spaced, all there. */
	public static final SliceAxis EVEN = new SliceAxis(List.of(), new TreeSet<>());

	public SliceAxis {
		offsetsMm = List.copyOf(offsetsMm);
		missing = Collections.unmodifiableSortedSet(new TreeSet<>(missing));
	}

	public boolean isEven() { return offsetsMm.isEmpty(); }

	/**
	 * The index that a slice would have if its neighbours were evenly spaced between the first and the last slice: what an affine of the
	 * whole stack has to be given.
	 *
	 * @param z may lie between slices
	 */
	public double evenIndex(double z) {
		int last = offsetsMm.size() - 1;
		if (last < 1) return z;
		int below = (int) Math.max(0, Math.min(last - 1, Math.floor(z)));
		double offset = offsetsMm.get(below) + (z - below) * (offsetsMm.get(below + 1) - offsetsMm.get(below));
		return offset / offsetsMm.get(last) * last;
	}

	/** The reverse of {@link #evenIndex}. */
	public double indexOf(double evenIndex) {
		int last = offsetsMm.size() - 1;
		if (last < 1) return evenIndex;
		double offset = evenIndex / last * offsetsMm.get(last);
		int below = 0;
		while (below < last - 1 && offsetsMm.get(below + 1) <= offset)
			below++;
		return below + (offset - offsetsMm.get(below)) / (offsetsMm.get(below + 1) - offsetsMm.get(below));
	}
}
