package org.annotomy.geometry;

/**
 * Distance between the centres of neighbouring voxels along the image's own axes, in millimetres. Note the order x, y, z: DICOM's
 * PixelSpacing is row spacing \ column spacing, i.e. (y, x). It is not the slice thickness.
 */
public record VoxelSpacing(double xMm, double yMm, double zMm) {

	/** @throws IllegalArgumentException if one of the three is not a finite number above 0 */
	public VoxelSpacing {
		requirePositive(xMm, "x");
		requirePositive(yMm, "y");
		requirePositive(zMm, "z");
	}

	public double voxelVolumeMm3() {
		return xMm * yMm * zMm;
	}

	public double pixelAreaMm2() {
		return xMm * yMm;
	}

	private static void requirePositive(double mm, String axis) {
		if (!(mm > 0) || Double.isInfinite(mm))
			throw new IllegalArgumentException("Voxel spacing along " + axis + " must be above 0 mm but is " + mm + ".");
	}
}
