package org.annotomy.geometry;

/**
 * Distance between neighbouring pixel columns (x) and rows (y) of level 0 in millimetres; NaN where nobody knows. Of a slide this is the
 * pixel size, of a slice the voxel spacing in its plane. Note the order: DICOM's PixelSpacing is (y, x).
 */
public record PlaneSpacing(double xMm, double yMm) {

	/** Only pixels can be counted. */
	public static final PlaneSpacing UNKNOWN = new PlaneSpacing(Double.NaN, Double.NaN);

	/** @throws IllegalArgumentException if a distance is known but not a finite number above 0, or only one of both is known */
	public PlaneSpacing {
		boolean unknown = Double.isNaN(xMm) && Double.isNaN(yMm);
		boolean known = xMm > 0 && yMm > 0 && !Double.isInfinite(xMm) && !Double.isInfinite(yMm);
		if (!unknown && !known)
			throw new IllegalArgumentException("A pixel must be larger than 0 mm but is " + xMm + " × " + yMm + " mm.");
	}

	public static PlaneSpacing of(VoxelSpacing spacing) {
		return new PlaneSpacing(spacing.xMm(), spacing.yMm());
	}

	public boolean isKnown() { return !Double.isNaN(xMm); }

	/** Area of a pixel in mm²; NaN if unknown. */
	public double areaMm2() {
		return xMm * yMm;
	}
}
