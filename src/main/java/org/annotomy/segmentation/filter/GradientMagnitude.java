package org.annotomy.segmentation.filter;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.task.Progress;
import org.annotomy.task.Workers;

/** How steep the values are: the length of the gradient, in values per millimetre. */
public final class GradientMagnitude {

	private GradientMagnitude() {}

	/**
	 * By central differences, one-sided ones at the border, as NumPy's {@code gradient}; nothing along an axis with one voxel.
	 *
	 * @param values dense, x fastest; not changed; NaN spreads to the neighbours
	 * @param sdMm standard deviation of the Gaussian that smooths the values before; 0 for none
	 * @throws IllegalArgumentException if the standard deviation is negative, or more than 200 voxels
	 */
	public static float[] of(float[] values, VolumeSize size, VoxelSpacing spacing, double sdMm, Progress progress) {
		float[] smooth = GaussianFilter.of(values, size, spacing, sdMm, progress.part(0, 0.8));
		float[] steepness = new float[values.length];
		Workers.forEach(size.nz(), progress.part(0.8, 1), "Measuring gradients", z -> {
			for (int y = 0; y < size.ny(); y++)
				for (int x = 0; x < size.nx(); x++) {
					int at = size.index(x, y, z);
					double dx = difference(smooth, at, x, size.nx(), 1) / spacing.xMm();
					double dy = difference(smooth, at, y, size.ny(), size.nx()) / spacing.yMm();
					double dz = difference(smooth, at, z, size.nz(), size.nx() * size.ny()) / spacing.zMm();
					steepness[at] = (float) Math.sqrt(dx * dx + dy * dy + dz * dz);
				}
		});
		return steepness;
	}

	/** Per step along an axis of {@code n} voxels. */
	private static double difference(float[] values, int at, int i, int n, int stride) {
		if (n == 1) return 0;
		if (i == 0) return values[at + stride] - values[at];
		if (i == n - 1) return values[at] - values[at - stride];
		return (values[at + stride] - values[at - stride]) / 2.0;
	}
}
