package org.annotomy.segmentation.grow;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.task.Progress;

/** How seeds take the voxels around them. Two of the same class and numbers are equal. */
public sealed interface SeedMethod permits CheapestPaths, RandomWalks {

	/** Over one region of an image, from seeds that may change. */
	@FunctionalInterface
	interface Growth {

		/**
		 * @param seeds 0, or the label (1 to 255, unsigned) of each voxel; not kept
		 * @return a new array of labels; 0 where no seed reaches
		 * @throws org.annotomy.task.CancelledException if the user cancelled
		 */
		byte[] grow(byte[] seeds, Progress progress);
	}

	/**
	 * @param values of the region, x fastest; NaN is never reached; may be kept and changed
	 * @param open not 0 where labels may grow; null for everywhere; may be kept
	 */
	Growth begin(float[] values, VolumeSize size, VoxelSpacing spacing, byte[] open);

	/** What it is called in the history. */
	String editName();
}
