package org.annotomy.geometry;

import java.util.Locale;

/**
 * The voxels of a volume and where they lie: {@code nx × ny × nz} of them (x fastest) and the map from voxel index (integers are
 * centres) to patient coordinates.
 */
public record Grid(int nx, int ny, int nz, Affine voxelToPatient) {

	/** @throws IllegalArgumentException if an axis has no voxels */
	public Grid {
		if (nx < 1 || ny < 1 || nz < 1)
			throw new IllegalArgumentException(
					"A grid needs at least one voxel along each axis, not " + nx + " × " + ny + " × " + nz + ".");
	}

	public VoxelSpacing spacing() {
		return voxelToPatient.spacing();
	}

	public long voxelCount() {
		return (long) nx * ny * nz;
	}

	/** @throws IllegalArgumentException if size or place differ; the message names both */
	public static void requireSame(Grid reference, Grid candidate) {
		boolean sameSize = reference.nx == candidate.nx && reference.ny == candidate.ny && reference.nz == candidate.nz;
		if (!sameSize || reference.voxelToPatient.maxDifference(candidate.voxelToPatient) > 1e-3)
			throw new IllegalArgumentException(
					"The grids differ: reference " + reference.describe() + ", candidate " + candidate.describe() + ".");
	}

	/** Size and spacing in words, such as {@code 512 × 512 × 120 (0.7 × 0.7 × 2.5 mm)}. */
	public String describe() {
		VoxelSpacing s = spacing();
		return String.format(Locale.ROOT, "%d × %d × %d (%.4g × %.4g × %.4g mm)", nx, ny, nz, s.xMm(), s.yMm(), s.zMm());
	}
}
