package org.annotomy.segmentation.levelset;

/**
 * What moves an active contour.
 *
 * @param propagation how fast it grows where the speed image is 1; below 0 it shrinks there
 * @param curvatureMm how strongly it is straightened: a sphere of radius r shrinks by twice this, divided by r
 * @param advectionMm how strongly it is drawn to edges, times the slope of the speed image
 */
public record ContourWeights(double propagation, double curvatureMm, double advectionMm) {

	/** @throws IllegalArgumentException if a weight is not finite, curvature or advection is negative, or nothing would move */
	public ContourWeights {
		if (!Double.isFinite(propagation) || !(curvatureMm >= 0 && Double.isFinite(curvatureMm))
				|| !(advectionMm >= 0 && Double.isFinite(advectionMm)))
			throw new IllegalArgumentException("The weights of a contour must be finite, curvature and advection 0 or more.");
		if (propagation == 0 && curvatureMm == 0 && advectionMm == 0)
			throw new IllegalArgumentException("All weights of the contour are 0: nothing would move it.");
	}
}
