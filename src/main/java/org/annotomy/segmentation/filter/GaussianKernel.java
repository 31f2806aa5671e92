package org.annotomy.segmentation.filter;

import org.annotomy.geometry.VoxelSpacing;

/** Half of a Gaussian that adds up to 1 with its mirror image, cut at 4 standard deviations as scipy does. */
record GaussianKernel(float[] weights) {

	private static final double CUT = 4;
	private static final double LARGEST_VOXELS = 200;

	/** @param sd in voxels; at 0, or so small that nothing is left of the neighbours, it changes nothing */
	static GaussianKernel of(double sd) {
		int radius = (int) (CUT * sd + 0.5);
		double[] raw = new double[radius + 1];
		double sum = 0;
		for (int k = 0; k <= radius; k++) {
			raw[k] = k == 0 ? 1 : Math.exp(-0.5 * k * k / (sd * sd));
			sum += k == 0 ? raw[k] : 2 * raw[k];
		}
		float[] weights = new float[radius + 1];
		for (int k = 0; k <= radius; k++)
			weights[k] = (float) (raw[k] / sum);
		return new GaussianKernel(weights);
	}

	/**
	 * Along x, y and z.
	 *
	 * @throws IllegalArgumentException if the standard deviation is negative, not finite, or more than 200 voxels
	 */
	static GaussianKernel[] ofMm(double sdMm, VoxelSpacing spacing) {
		double smallest = Math.min(spacing.xMm(), Math.min(spacing.yMm(), spacing.zMm()));
		if (!(sdMm >= 0) || !(sdMm / smallest <= LARGEST_VOXELS))
			throw new IllegalArgumentException(
					"The standard deviation of a Gaussian must be from 0 to " + LARGEST_VOXELS * smallest
							+ " mm for these voxels but is " + sdMm + " mm.");
		return new GaussianKernel[]{of(sdMm / spacing.xMm()), of(sdMm / spacing.yMm()), of(sdMm / spacing.zMm())};
	}

	/** How many voxels it reaches to each side. */
	int radius() {
		return weights.length - 1;
	}
}
