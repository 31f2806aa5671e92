package org.annotomy.segmentation.filter;

import org.annotomy.geometry.VoxelBox;
import org.annotomy.geometry.VoxelSpacing;

/**
 * A box around a voxel.
 *
 * @param x voxels that it reaches to each side of the one in the middle, 0 or more; likewise {@code y}, {@code z}
 */
public record KernelBox(int x, int y, int z) {

	private static final int LARGEST = 500;

	/** @throws IllegalArgumentException if a reach is negative, or above 500 voxels */
	public KernelBox {
		for (int reach : new int[]{x, y, z})
			if (reach < 0 || reach > LARGEST)
				throw new IllegalArgumentException(
						"A kernel must reach from 0 to " + LARGEST + " voxels but reaches " + reach + ".");
	}

	/**
	 * With sides of about {@code sizeMm}: along each axis the odd number of voxels that is nearest, at least one. This is how 3D Slicer
	 * rounds.
	 *
	 * @throws IllegalArgumentException if the size is not a finite number above 0, or too large
	 */
	public static KernelBox ofSizeMm(double sizeMm, VoxelSpacing spacing) {
		if (!(sizeMm > 0) || Double.isInfinite(sizeMm))
			throw new IllegalArgumentException("The size of a kernel must be above 0 mm but is " + sizeMm + ".");
		return new KernelBox(reach(sizeMm / spacing.xMm()), reach(sizeMm / spacing.yMm()), reach(sizeMm / spacing.zMm()));
	}

	/** As far as {@code reachMm} on each side, rounded down to whole voxels. */
	public static KernelBox ofReachMm(double reachMm, VoxelSpacing spacing) {
		if (!(reachMm >= 0) || Double.isInfinite(reachMm))
			throw new IllegalArgumentException("The reach of a kernel must be 0 mm or more but is " + reachMm + ".");
		return new KernelBox(floor(reachMm / spacing.xMm()), floor(reachMm / spacing.yMm()), floor(reachMm / spacing.zMm()));
	}

	/** Whether it is the voxel in the middle alone. */
	public boolean isSingle() { return x == 0 && y == 0 && z == 0; }

	/** A box of voxels and all that kernels around them reach, inside the image. */
	public VoxelBox around(VoxelBox box, VoxelBox image) {
		return box.grow(x, y, z).intersect(image);
	}

	private static int reach(double voxels) {
		return (int) Math.min(Integer.MAX_VALUE, Math.max(0, Math.round((voxels - 1) / 2)));
	}

	private static int floor(double voxels) {
		return (int) Math.min(Integer.MAX_VALUE, Math.floor(voxels * (1 + 1e-9)));
	}
}
