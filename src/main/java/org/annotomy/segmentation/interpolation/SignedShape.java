package org.annotomy.segmentation.interpolation;

import org.annotomy.geometry.VoxelBox;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.distance.DistanceTransform;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;

/**
 * A shape as distances from its surface.
 *
 * @param box where they are known
 * @param mm of each voxel of the box: below 0 inside, above 0 outside; all finite
 */
record SignedShape(VoxelBox box, float[] mm) {

	/** Of a mask that has a voxel. */
	static SignedShape of(Mask mask, VoxelBox box, VoxelSpacing spacing, Progress progress) {
		float[] mm = DistanceTransform.signedMm(mask.on(box).voxels(), box.size(), spacing, progress);
		float diagonal = (float) Math.sqrt(square(box.nx() * spacing.xMm()) + square(box.ny() * spacing.yMm())
				+ square(box.nz() * spacing.zMm()));
		for (int i = 0; i < mm.length; i++)
			mm[i] = Math.max(-diagonal, Math.min(diagonal, mm[i]));
		return new SignedShape(box, mm);
	}

	/** How deep its deepest voxel lies, in millimetres. */
	float depth() {
		float least = 0;
		for (float distance : mm)
			least = Math.min(least, distance);
		return -least;
	}

	private static double square(double a) {
		return a * a;
	}
}
