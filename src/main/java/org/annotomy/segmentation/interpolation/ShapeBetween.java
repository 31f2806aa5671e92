package org.annotomy.segmentation.interpolation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.annotomy.geometry.VoxelBox;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;

/**
 * What lies between two shapes, slices or volumes at two times: where the signed distances from their surfaces, weighted by the way, are below
 * 0 (shape-based interpolation: Raya and Udupa 1990, doi:10.1109/42.52980; Herman, Zheng and Bucholtz 1992, doi:10.1109/38.135915). A place
 * that is as far in one shape as out of the other is not in halfway.
 */
public final class ShapeBetween {

	/** What is nearer 0 is a matter of rounding. */
	private static final float SURFACE = -1e-5f;

	private final VoxelBox box;
	private final List<Blend> blends;

	private ShapeBetween(VoxelBox box, List<Blend> blends) {
		this.box = box;
		this.blends = blends;
	}

	/**
	 * @param from at fraction 0; not changed; may be empty; likewise {@code to} at fraction 1
	 * @param image all voxels that there are; both lie in it
	 */
	public static ShapeBetween of(Mask from, Mask to, Matching matching, VoxelSpacing spacing, VoxelBox image,
			Progress progress) {
		VoxelBox box = from.bounds().union(to.bounds()).grow(1, 1, 1).intersect(image);
		Mask first = from.on(box);
		Mask last = to.on(box);
		List<Blend> blends = new ArrayList<>();
		if (matching == Matching.WHOLE && !first.isEmpty() && !last.isEmpty())
			blends.add(new Blend.InPlace(SignedShape.of(first, box, spacing, progress.part(0, 0.5)),
					SignedShape.of(last, box, spacing, progress.part(0.5, 1))));
		else
			if (!box.isEmpty())
				for (PartMatching.Group group : PartMatching.of(first, last, spacing)) {
					progress.checkCancelled();
					blends.add(blend(group, box, spacing));
				}
		return new ShapeBetween(box, blends);
	}

	private static Blend blend(PartMatching.Group group, VoxelBox box, VoxelSpacing spacing) {
		if (group.to().isEmpty()) return ending(group.from(), true, box, spacing);
		if (group.from().isEmpty()) return ending(group.to(), false, box, spacing);
		SignedShape from = SignedShape.of(group.from(), box, spacing, Progress.NONE);
		SignedShape to = SignedShape.of(group.to(), box, spacing, Progress.NONE);
		if (!group.single()) return new Blend.InPlace(from, to);
		long[] start = centre(group.from());
		long[] end = centre(group.to());
		return new Blend.Moving(from, to, (int) (end[0] - start[0]), (int) (end[1] - start[1]), (int) (end[2] - start[2]));
	}

	private static Blend ending(Mask mask, boolean atStart, VoxelBox box, VoxelSpacing spacing) {
		SignedShape shape = SignedShape.of(mask, box, spacing, Progress.NONE);
		return new Blend.Ending(shape, shape.depth(), atStart);
	}

	private static long[] centre(Mask mask) {
		double[] sum = new double[4];
		VoxelBox box = mask.box();
		for (int z = 0, at = 0; z < box.nz(); z++)
			for (int y = 0; y < box.ny(); y++)
				for (int x = 0; x < box.nx(); x++, at++)
					if (mask.voxels()[at] != 0) {
						sum[0] += x;
						sum[1] += y;
						sum[2] += z;
						sum[3]++;
					}
		return new long[]{Math.round(sum[0] / sum[3]), Math.round(sum[1] / sum[3]), Math.round(sum[2] / sum[3])};
	}

	/** The smallest box that holds all that lies between, and a voxel around. */
	public VoxelBox box() {
		return box;
	}

	/** @param fraction of the way, above 0 and below 1 @throws IllegalArgumentException if it is not */
	public Mask at(double fraction) {
		if (!(fraction > 0 && fraction < 1))
			throw new IllegalArgumentException("Between two shapes lies what is above 0 and below 1, not " + fraction + ".");
		float[] field = field(fraction);
		Mask between = Mask.empty(box);
		for (int i = 0; i < field.length; i++)
			between.voxels()[i] = (byte) (isInside(field[i]) ? 1 : 0);
		return between;
	}

	/** On the box; below 0 inside. */
	float[] field(double fraction) {
		float[] field = new float[box.size().arrayLength()];
		Arrays.fill(field, Float.POSITIVE_INFINITY);
		for (Blend blend : blends)
			blend.lower(fraction, box, field);
		return field;
	}

	static boolean isInside(float value) {
		return value < SURFACE;
	}
}
