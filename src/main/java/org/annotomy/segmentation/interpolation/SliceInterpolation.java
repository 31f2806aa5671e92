package org.annotomy.segmentation.interpolation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.annotomy.geometry.Axis;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;
import org.annotomy.task.Workers;

/**
 * Fills the slices between those on which segments were drawn, by {@link ShapeBetween} from each drawn slice of a segment to its next one.
 * Nothing is added before the first and after the last drawn slice, and nothing on drawn slices.
 * <p>
 * Several segments are filled at once and never overlap in what is added: a voxel goes to the segment in which it lies deepest, the first of
 * several, and a voxel drawn in one segment is not given to another.
 */
public final class SliceInterpolation {

	private static final String DOING = "Filling between slices";

	private final List<Mask> drawn;
	private final List<FlatSlices> filled = new ArrayList<>();
	private final List<int[]> keys = new ArrayList<>();
	private final Axis across;
	private final Matching matching;
	private final VoxelSpacing spacing;
	private final VoxelBox plane;

	private SliceInterpolation(List<Mask> segments, Axis across, Matching matching, VoxelSpacing spacing, VoxelBox image) {
		this.drawn = segments;
		this.across = across;
		this.matching = matching;
		this.spacing = spacing;
		for (Mask segment : segments) {
			FlatSlices slices = new FlatSlices(segment.on(segment.bounds()), across);
			filled.add(slices);
			keys.add(slices.drawn());
		}
		this.plane = new FlatSlices(Mask.empty(VoxelBox.EMPTY), across).place(image, 0, 1);
	}

	/**
	 * @param segments with voxels on some slices only; not changed
	 * @param across the axis that the slices lie across
	 * @param image all voxels that there are
	 * @return the segments in the same order with what was drawn and what was added, each on the smallest box; a segment drawn on fewer than two
	 *         slices as it was
	 */
	public static List<Mask> fill(List<Mask> segments, Axis across, Matching matching, VoxelSpacing spacing, VoxelBox image,
			Progress progress) {
		SliceInterpolation interpolation = new SliceInterpolation(segments, across, matching, spacing, image);
		int[] stops = interpolation.keys.stream().flatMapToInt(Arrays::stream).sorted().distinct().toArray();
		Workers.forEach(Math.max(0, stops.length - 1), progress, DOING, i -> interpolation.fill(stops[i], stops[i + 1]));
		return interpolation.filled.stream().map(FlatSlices::mask).toList();
	}

	/** The slices from one on which something is drawn to before the next one; all in between lie in the same gap of each segment. */
	private void fill(int from, int to) {
		List<Gap> gaps = new ArrayList<>();
		for (int segment = 0; segment < keys.size(); segment++) {
			int[] slices = keys.get(segment);
			int at = Arrays.binarySearch(slices, from);
			int before = at >= 0 ? at : -at - 2;
			if (before < 0 || before + 1 >= slices.length || slices[before] + 1 == slices[before + 1]) continue;
			if (at >= 0 && from + 1 == to) continue;
			gaps.add(gap(segment, slices[before], slices[before + 1]));
		}
		for (int slice = from; slice < to; slice++)
			fill(slice, gaps);
	}

	private Gap gap(int segment, int from, int to) {
		FlatSlices slices = filled.get(segment);
		return new Gap(segment, from, to,
				ShapeBetween.of(slices.at(from), slices.at(to), matching, spacing, plane, Progress.NONE));
	}

	private record Gap(int segment, int from, int to, ShapeBetween shapes) {

		float[] field(int slice) {
			return shapes.field((slice - from) / (double) (to - from));
		}
	}

	private void fill(int slice, List<Gap> gaps) {
		List<Gap> open = gaps.stream().filter(gap -> gap.from < slice).toList();
		VoxelBox all = VoxelBox.EMPTY;
		for (Gap gap : open)
			all = all.union(gap.shapes.box());
		float[] deepest = new float[all.size().arrayLength()];
		int[] owner = new int[deepest.length];
		for (Gap gap : open)
			contest(gap, gap.field(slice), all, deepest, owner);
		give(slice, all, owner);
	}

	/** Owners are counted from 1. */
	private static void contest(Gap gap, float[] field, VoxelBox all, float[] deepest, int[] owner) {
		VoxelBox box = gap.shapes.box();
		int i = 0;
		for (int z = box.z(); z < box.endZ(); z++)
			for (int y = box.y(); y < box.endY(); y++) {
				int at = all.size().index(box.x() - all.x(), y - all.y(), z - all.z());
				for (int x = 0; x < box.nx(); x++, at++, i++)
					if (ShapeBetween.isInside(field[i]) && field[i] < deepest[at]) {
						deepest[at] = field[i];
						owner[at] = gap.segment + 1;
					}
			}
	}

	private void give(int slice, VoxelBox all, int[] owner) {
		int at = 0;
		for (int k = all.z(); k < all.endZ(); k++)
			for (int j = all.y(); j < all.endY(); j++)
				for (int i = all.x(); i < all.endX(); i++, at++) {
					if (owner[at] == 0) continue;
					int x = across == Axis.X ? slice : i;
					int y = across == Axis.Y ? slice : j;
					int z = across == Axis.Z ? slice : k;
					Mask mask = filled.get(owner[at] - 1).mask();
					if (mask.box().contains(x, y, z) && !isDrawnInAnother(owner[at] - 1, x, y, z))
						mask.voxels()[mask.index(x, y, z)] = 1;
				}
	}

	private boolean isDrawnInAnother(int segment, int x, int y, int z) {
		for (int other = 0; other < drawn.size(); other++)
			if (other != segment && drawn.get(other).contains(x, y, z)) return true;
		return false;
	}
}
