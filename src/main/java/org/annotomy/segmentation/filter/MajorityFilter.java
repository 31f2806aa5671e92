package org.annotomy.segmentation.filter;

import org.annotomy.geometry.VoxelBox;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;

/** The median of a mask: a voxel is in if most voxels of the box around it are. */
public final class MajorityFilter {

	private MajorityFilter() {}

	/**
	 * At the border of the image only voxels inside it count; if then as many are in as out, the voxel stays what it was. Inside it is the
	 * same as scipy's {@code median_filter}, which mirrors the volume at its border.
	 *
	 * @param image all voxels that there are; the mask lies in it
	 * @return on the mask's bounds and what the kernel reaches around them; empty for an empty mask
	 */
	public static Mask of(Mask mask, KernelBox kernel, VoxelBox image, Progress progress) {
		VoxelBox result = kernel.around(mask.bounds(), image);
		return BoxCounts.filter(mask, result, kernel, image,
				(count, of, inside) -> 2 * count > of || 2 * count == of && inside, progress);
	}
}
