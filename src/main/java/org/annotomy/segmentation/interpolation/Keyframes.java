package org.annotomy.segmentation.interpolation;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import org.annotomy.geometry.Axis;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;

/** Carries what was drawn on one slice or at some times on to others. */
public final class Keyframes {

	private Keyframes() {}

	/**
	 * Copies one slice to others.
	 *
	 * @param from the slice to copy, an index of the image; likewise {@code first} and {@code last}, both included
	 * @return the copies alone, without the slice {@code from} itself; nothing if that slice has no voxel
	 * @throws IllegalArgumentException if {@code last} lies before {@code first}
	 */
	public static Mask copySlice(Mask mask, Axis across, int from, int first, int last) {
		if (last < first)
			throw new IllegalArgumentException("The last slice to copy to must not lie before the first.");
		Mask slice = new FlatSlices(mask, across).at(from);
		Mask drawn = slice.on(slice.bounds());
		if (drawn.box().isEmpty()) return drawn;
		VoxelBox box = new FlatSlices(mask, across).place(drawn.box(), first, last - first + 1);
		FlatSlices copies = new FlatSlices(Mask.empty(box), across);
		for (int to = first; to <= last; to++)
			if (to != from) copies.add(drawn, to);
		return copies.mask();
	}

	/**
	 * The shapes at the times between key times, by {@link ShapeBetween}. A shape that a key does not have ends or begins halfway.
	 *
	 * @param keys by time point; may be empty masks
	 * @param spacing of the voxels; 1 along an axis with one voxel
	 * @return of each time point between two keys; nothing before the first and after the last
	 */
	public static NavigableMap<Integer, Mask> between(NavigableMap<Integer, Mask> keys, Matching matching, VoxelSpacing spacing,
			VoxelBox image, Progress progress) {
		NavigableMap<Integer, Mask> times = new TreeMap<>();
		int done = 0;
		for (Map.Entry<Integer, Mask> key : keys.entrySet()) {
			Map.Entry<Integer, Mask> next = keys.higherEntry(key.getKey());
			if (next == null || next.getKey() == key.getKey() + 1) continue;
			Progress part = progress.part(done++ / (double) keys.size(), done / (double) keys.size());
			ShapeBetween shapes = ShapeBetween.of(key.getValue(), next.getValue(), matching, spacing, image, part);
			double way = next.getKey() - key.getKey();
			for (int time = key.getKey() + 1; time < next.getKey(); time++) {
				progress.checkCancelled();
				times.put(time, shapes.at((time - key.getKey()) / way));
			}
		}
		return times;
	}

	/**
	 * The shape of the last key before each time.
	 *
	 * @param last the last time point that gets a shape
	 * @return of each time point after the first key that is no key itself; the masks of the keys, not copied
	 */
	public static NavigableMap<Integer, Mask> hold(NavigableMap<Integer, Mask> keys, int last) {
		NavigableMap<Integer, Mask> times = new TreeMap<>();
		if (keys.isEmpty()) return times;
		for (int time = keys.firstKey(); time <= last; time++)
			if (!keys.containsKey(time)) times.put(time, keys.floorEntry(time).getValue());
		return times;
	}
}
