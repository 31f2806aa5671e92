package org.annotomy.segmentation.filter;

import org.annotomy.geometry.VoxelBox;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;

/** Image values of which those inside or outside a segment are filled. */
public final class MaskedValues {

	private static final float ROUNDING = 1e-5f;

	private MaskedValues() {}

	/**
	 * Keeps the values of one side and fills the other.
	 *
	 * @param values of a box of the image, x fastest; not changed
	 * @param mask may lie on another box; beyond it there is none of it
	 * @param softEdgeMm standard deviation of the Gaussian by which values pass into the fill value; 0 for a hard edge. At the border of the
	 *            box the mask is mirrored, so that a segment cut off there has no soft edge
	 * @throws IllegalArgumentException if the numbers of values and voxels differ, the fill value is not finite, or the edge is negative or
	 *             wider than 200 voxels
	 */
	public static float[] fill(float[] values, VoxelBox box, Mask mask, FillSide side, double fillValue, double softEdgeMm,
			VoxelSpacing spacing, Progress progress) {
		requireFinite(fillValue);
		float[] inside = weights(values.length, box, mask, softEdgeMm, spacing, progress);
		for (int i = 0; i < values.length; i++) {
			float keep = side == FillSide.INSIDE ? 1 - inside[i] : inside[i];
			inside[i] = keep == 1
					? values[i]
					: keep == 0 ? (float) fillValue : (float) (keep * values[i] + (1.0 - keep) * fillValue);
		}
		return inside;
	}

	/** Fills both sides: the segment as values, with a soft edge if one is wanted; otherwise as {@link #fill}. */
	public static float[] fillBoth(VoxelBox box, Mask mask, double insideValue, double outsideValue, double softEdgeMm,
			VoxelSpacing spacing, Progress progress) {
		requireFinite(insideValue);
		requireFinite(outsideValue);
		float[] inside = weights(box.size().arrayLength(), box, mask, softEdgeMm, spacing, progress);
		for (int i = 0; i < inside.length; i++)
			inside[i] = (float) (inside[i] * insideValue + (1.0 - inside[i]) * outsideValue);
		return inside;
	}

	/** 1 inside, 0 outside, exactly so away from the edge: values there must not change by rounding. */
	private static float[] weights(int length, VoxelBox box, Mask mask, double softEdgeMm, VoxelSpacing spacing,
			Progress progress) {
		if (length != box.size().arrayLength())
			throw new IllegalArgumentException("There are " + length + " values for " + box.size().voxels() + " voxels.");
		float[] weights = GaussianFilter.of(mask.on(box), spacing, softEdgeMm, progress);
		for (int i = 0; i < weights.length; i++)
			if (weights[i] > 1 - ROUNDING) weights[i] = 1;
			else if (weights[i] < ROUNDING) weights[i] = 0;
		return weights;
	}

	private static void requireFinite(double value) {
		if (!Double.isFinite(value) || Math.abs(value) > Float.MAX_VALUE)
			throw new IllegalArgumentException("A fill value must be a finite number but is " + value + ".");
	}
}
