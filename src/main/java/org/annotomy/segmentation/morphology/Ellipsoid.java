package org.annotomy.segmentation.morphology;

import org.annotomy.geometry.VoxelSpacing;

/**
 * How far something reaches around a voxel: an ellipsoid with its axes along those of the image.
 *
 * @param xMm half axis along x in millimetres, 0 or more; at 0 it reaches nowhere along x; likewise {@code yMm}, {@code zMm}
 */
public record Ellipsoid(double xMm, double yMm, double zMm) {

	/** Beyond this a squared distance, in half axes, is outside. Floats are rounded at 10⁻⁷. */
	static final float EDGE = 1 + 1e-5f;

	private static final double NOWHERE = 1e5;
	private static final double LARGEST_VOXELS = 10_000;

	/** @throws IllegalArgumentException if a half axis is negative or not finite */
	public Ellipsoid {
		for (double mm : new double[]{xMm, yMm, zMm})
			if (!(mm >= 0) || Double.isInfinite(mm))
				throw new IllegalArgumentException("A margin or radius must be 0 mm or more but is " + mm + ".");
	}

	public static Ellipsoid ball(double radiusMm) {
		return new Ellipsoid(radiusMm, radiusMm, radiusMm);
	}

	/** How many whole voxels it reaches along x; likewise along y and z. */
	public int voxelsX(VoxelSpacing spacing) {
		return voxels(xMm, spacing.xMm());
	}

	public int voxelsY(VoxelSpacing spacing) {
		return voxels(yMm, spacing.yMm());
	}

	public int voxelsZ(VoxelSpacing spacing) {
		return voxels(zMm, spacing.zMm());
	}

	/** How far it reaches in whole voxels, in millimetres: what can be achieved with these voxels. */
	public Ellipsoid achievable(VoxelSpacing spacing) {
		return new Ellipsoid(voxelsX(spacing) * spacing.xMm(), voxelsY(spacing) * spacing.yMm(),
				voxelsZ(spacing) * spacing.zMm());
	}

	/** Whether it reaches no other voxel. */
	public boolean isSingle(VoxelSpacing spacing) {
		return voxelsX(spacing) == 0 && voxelsY(spacing) == 0 && voxelsZ(spacing) == 0;
	}

	/** The spacing measured in half axes: whatever is at most 1 away lies in the ellipsoid. */
	VoxelSpacing scaled(VoxelSpacing spacing) {
		return new VoxelSpacing(scaled(spacing.xMm(), xMm), scaled(spacing.yMm(), yMm), scaled(spacing.zMm(), zMm));
	}

	private static double scaled(double spacingMm, double axisMm) {
		return spacingMm < NOWHERE * axisMm ? spacingMm / axisMm : NOWHERE;
	}

	private static int voxels(double axisMm, double spacingMm) {
		double voxels = Math.floor(axisMm / spacingMm * (1 + 1e-6));
		if (voxels > LARGEST_VOXELS)
			throw new IllegalArgumentException("A margin or radius of " + axisMm + " mm is too large for these voxels.");
		return (int) voxels;
	}
}
