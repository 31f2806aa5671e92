package org.annotomy.segmentation.distance;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.task.Progress;
import org.annotomy.task.Workers;

/**
 * Exact Euclidean distances between the centres of voxels, in millimetres, by one pass along each axis (Felzenszwalb and Huttenlocher 2012,
 * doi:10.4086/toc.2012.v008a019; Meijster et al. 2000, doi:10.1007/0-306-47025-X_36); labels as in Silversmith's {@code edt}.
 * <p>
 * Arrays are dense, x fastest, and not changed. Beyond the volume there is nothing: its border is no background, so a voxel from which no
 * voxel of another kind can be found in the volume is infinitely far from one ({@link Float#POSITIVE_INFINITY}). Distances that are not
 * asked for (those of background) are 0. An axis with one voxel is allowed: then it is a distance in the plane.
 * <p>
 * scipy's {@code distance_transform_edt} gives the same where there is background; ITK's Maurer filters are signed and measure from the
 * voxels of the border. Memory: the output and a little for each thread; time is linear.
 */
public final class DistanceTransform {

	private static final int PIECE = 1 << 18;

	private DistanceTransform() {}

	/** From each voxel of the mask (not 0) to the nearest that is not in it. */
	public static float[] insideMm(byte[] mask, VolumeSize size, VoxelSpacing spacing, Progress progress) {
		return run(LabelRows.inside(mask), mask.length, size, spacing, true, true, progress);
	}

	/** The square of {@link #insideMm}, without rounding by a root. */
	public static float[] insideSquaredMm2(byte[] mask, VolumeSize size, VoxelSpacing spacing, Progress progress) {
		return run(LabelRows.inside(mask), mask.length, size, spacing, true, false, progress);
	}

	/** From each voxel that is not in the mask to the nearest that is. */
	public static float[] outsideMm(byte[] mask, VolumeSize size, VoxelSpacing spacing, Progress progress) {
		return run(LabelRows.outside(mask), mask.length, size, spacing, true, true, progress);
	}

	/** The square of {@link #outsideMm}, without rounding by a root. */
	public static float[] outsideSquaredMm2(byte[] mask, VolumeSize size, VoxelSpacing spacing, Progress progress) {
		return run(LabelRows.outside(mask), mask.length, size, spacing, true, false, progress);
	}

	/**
	 * Below 0 in the mask, above 0 outside, never 0: to the nearest voxel of the other side. The surface lies halfway between voxels of the two
	 * sides. A mask without voxels is infinitely far from everywhere; in a full one everything is infinitely deep.
	 */
	public static float[] signedMm(byte[] mask, VolumeSize size, VoxelSpacing spacing, Progress progress) {
		float[] distances = run(LabelRows.bothSides(mask), mask.length, size, spacing, false, true, progress.part(0, 0.95));
		int pieces = (int) ((distances.length + (long) PIECE - 1) / PIECE);
		Workers.forEach(pieces, progress.part(0.95, 1), "Measuring distances", piece -> {
			int end = (int) Math.min(distances.length, (piece + 1L) * PIECE);
			for (int i = piece * PIECE; i < end; i++)
				if (mask[i] != 0) distances[i] = -distances[i];
		});
		return distances;
	}

	/** From each voxel with a label (1 to 65535, unsigned) to the nearest voxel with another label or none. */
	public static float[] labelsMm(short[] labels, VolumeSize size, VoxelSpacing spacing, Progress progress) {
		return run(LabelRows.of(labels), labels.length, size, spacing, false, true, progress);
	}

	/** From each voxel with a label (not 0) to the nearest voxel with another label or none. */
	public static float[] labelsMm(int[] labels, VolumeSize size, VoxelSpacing spacing, Progress progress) {
		return run(LabelRows.of(labels), labels.length, size, spacing, false, true, progress);
	}

	/** The square of {@link #labelsMm(int[], VolumeSize, VoxelSpacing, Progress)}, without rounding by a root. */
	public static float[] labelsSquaredMm2(int[] labels, VolumeSize size, VoxelSpacing spacing, Progress progress) {
		return run(LabelRows.of(labels), labels.length, size, spacing, false, false, progress);
	}

	private static float[] run(LabelRows labels, int length, VolumeSize size, VoxelSpacing spacing, boolean oneLabel,
			boolean root,
			Progress progress) {
		if (length != size.arrayLength())
			throw new IllegalArgumentException(
					"Distances were asked of " + length + " voxels in a volume of " + size.voxels() + ".");
		return DistancePasses.run(labels, size, spacing, oneLabel, root, progress);
	}
}
