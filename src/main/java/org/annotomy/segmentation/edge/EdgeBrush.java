package org.annotomy.segmentation.edge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.annotomy.geometry.Axis;
import org.annotomy.geometry.Position;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.filter.GradientMagnitude;
import org.annotomy.segmentation.paint.RoundBrush;
import org.annotomy.segmentation.volume.ImageVolume;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;

/**
 * A round brush that stops at edges, as the adaptive paintbrush of ITK-SNAP: at each place it takes, of the voxels that it covers, those in
 * the basin of the gradient's magnitude that holds its middle. It is put down where the path begins and each time it has gone half its radius,
 * so that what it has covered never changes as the path goes on.
 * <p>
 * Basins no deeper than median + granularity × (greatest − median) of the gradients under the brush are no basins of their own (ITK-SNAP
 * counts from the lowest): where there is nothing but noise the whole brush is taken.
 */
public final class EdgeBrush {

	private static final double STEP = 0.5;
	/** A Gaussian is not felt farther away than this many standard deviations. */
	private static final double REACH = 4;
	private static final double MOST_SMOOTH_MM = 100;

	private final ImageVolume volume;
	private final Tip tip;
	private final double granularity;
	private final double smoothingMm;

	/**
	 * What the brush covers where it is put down.
	 *
	 * @param across the axis that the slice lies across
	 * @param slice from 0
	 * @param ball whether it reaches into slices nearby; else it is a disc on the slice
	 */
	public record Tip(Axis across, int slice, double radiusMm, boolean ball) {

		Mask at(Position place, VolumeSize size, VoxelSpacing spacing) {
			return ball
					? RoundBrush.ball(List.of(place), radiusMm, size, spacing)
					: RoundBrush.disc(List.of(place), across, slice, radiusMm, size, spacing);
		}
	}

	/**
	 * @param granularity how deep a basin must be, from 0 (every one counts) to 1 (none does)
	 * @param smoothingMm standard deviation of the Gaussian that smooths the image before; 0 for none
	 * @throws IllegalArgumentException if a number is out of range
	 */
	public EdgeBrush(ImageVolume volume, Tip tip, double granularity, double smoothingMm) {
		if (!(granularity >= 0 && granularity <= 1))
			throw new IllegalArgumentException("The granularity of the brush goes from 0 to 1, not " + granularity + ".");
		if (!(smoothingMm >= 0 && smoothingMm <= MOST_SMOOTH_MM))
			throw new IllegalArgumentException("The brush smooths by 0 to 100 mm, not " + smoothingMm + ".");
		this.volume = volume;
		this.tip = tip;
		this.granularity = granularity;
		this.smoothingMm = smoothingMm;
	}

	/**
	 * What the brush takes along a path.
	 *
	 * @param path in voxels, whole numbers at their centres; may leave the image
	 * @throws IllegalArgumentException if it is empty
	 * @throws org.annotomy.task.CancelledException if the user cancelled
	 */
	public Mask stroke(List<Position> path, Progress progress) {
		List<Position> places = places(path);
		List<Mask> parts = new ArrayList<>();
		VoxelBox box = VoxelBox.EMPTY;
		for (Position place : places) {
			progress.checkCancelled();
			Mask part = at(place);
			parts.add(part);
			box = box.union(part.box());
			progress.update((double) parts.size() / places.size(), "Following edges");
		}
		Mask all = Mask.empty(box);
		for (Mask part : parts)
			add(part, all);
		return all;
	}

	private static void add(Mask part, Mask all) {
		VoxelBox box = part.box();
		for (int z = box.z(), i = 0; z < box.endZ(); z++)
			for (int y = box.y(); y < box.endY(); y++)
				for (int x = box.x(); x < box.endX(); x++, i++)
					if (part.voxels()[i] != 0) all.voxels()[all.index(x, y, z)] = 1;
	}

	private List<Position> places(List<Position> path) {
		if (path.isEmpty()) throw new IllegalArgumentException("A stroke needs at least one point.");
		VoxelSpacing mm = volume.spacing();
		double step = Math.max(STEP * tip.radiusMm(), Math.min(mm.xMm(), Math.min(mm.yMm(), mm.zMm())));
		List<Position> places = new ArrayList<>(List.of(path.get(0)));
		Position last = path.get(0);
		for (Position next : path) {
			Position way = next.minus(last);
			double length = new Position(way.x() * mm.xMm(), way.y() * mm.yMm(), way.z() * mm.zMm()).norm();
			int steps = (int) Math.floor(length / step);
			Position from = last;
			for (int i = 1; i <= steps; i++)
				places.add(from.plus(way.times(i * step / length)));
			last = places.get(places.size() - 1);
		}
		return places;
	}

	/** One touch of the brush. */
	private Mask at(Position place) {
		VolumeSize size = volume.size();
		Mask covered = tip.at(place, size, volume.spacing());
		int x = (int) Math.rint(place.x());
		int y = (int) Math.rint(place.y());
		int z = (int) Math.rint(place.z());
		VoxelBox box = covered.box();
		if (!covered.contains(x, y, z)) return Mask.empty(VoxelBox.EMPTY);
		float[] steepness = steepness(box);
		EdgeBasins basins = new EdgeBasins(steepness, covered.voxels(), box.size(), level(steepness, covered.voxels()));
		int middle = covered.index(x, y, z);
		byte[] taken = new byte[steepness.length];
		for (int i = 0; i < taken.length; i++)
			if (covered.voxels()[i] != 0 && basins.together(i, middle)) taken[i] = 1;
		return new Mask(box, taken);
	}

	private float[] steepness(VoxelBox box) {
		VoxelSpacing mm = volume.spacing();
		boolean flat = !tip.ball();
		VoxelBox wide = box
				.grow(margin(mm.xMm(), flat && tip.across() == Axis.X), margin(mm.yMm(), flat && tip.across() == Axis.Y),
						margin(mm.zMm(), flat && tip.across() == Axis.Z))
				.intersect(volume.size().box());
		float[] all = GradientMagnitude.of(volume.values(wide, Progress.NONE), wide.size(), mm, smoothingMm, Progress.NONE);
		float[] inside = new float[box.size().arrayLength()];
		for (int z = box.z(), i = 0; z < box.endZ(); z++)
			for (int y = box.y(); y < box.endY(); y++, i += box.nx())
				System.arraycopy(all, wide.size().index(box.x() - wide.x(), y - wide.y(), z - wide.z()), inside, i, box.nx());
		return inside;
	}

	private int margin(double mm, boolean none) {
		return none ? 0 : (int) Math.ceil(REACH * smoothingMm / mm) + 1;
	}

	private double level(float[] steepness, byte[] covered) {
		float[] values = new float[steepness.length];
		int count = 0;
		for (int i = 0; i < values.length; i++)
			if (covered[i] != 0 && !Float.isNaN(steepness[i])) values[count++] = steepness[i];
		if (count == 0) return 0;
		Arrays.sort(values, 0, count);
		double median = values[count / 2];
		return median + granularity * (values[count - 1] - median);
	}
}
