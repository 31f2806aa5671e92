package org.annotomy.segmentation.threshold;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.task.Progress;
import org.annotomy.task.Workers;

/**
 * Thresholds that follow the surroundings: a voxel is foreground if its value is above a threshold made of mean and standard deviation of the
 * box around it. The box reaches a radius in mm to each side along each axis, to the nearest voxel, and is cut off at the sides of the volume
 * (scikit-image mirrors the volume there instead). The deviation is that of the population (n). Values that
 * are not finite do not count; they are never foreground.
 */
public final class LocalThreshold {

	/** How the threshold of a box is made of its mean and deviation. */
	public enum Method {
		/** The mean. */
		MEAN,
		/** Mean − k·SD. W. Niblack: An introduction to digital image processing, Prentice-Hall 1986. */
		NIBLACK,
		/**
		 * Mean·(1 + k·(SD/r − 1)), with r the largest deviation that is expected. J. Sauvola, M. Pietikäinen: Adaptive document image
		 * binarization, Pattern Recognit. 33, 2000, doi:10.1016/S0031-3203(99)00055-2. It expects values of 0 and more.
		 */
		SAUVOLA;

		double threshold(double mean, double deviation, double k, double r) {
			return switch (this) {
				case MEAN -> mean;
				case NIBLACK -> mean - k * deviation;
				case SAUVOLA -> mean * (1 + k * (deviation / r - 1));
			};
		}
	}

	private static final String DOING = "Looking at surroundings";

	/** Slices that one thread does in one go, whatever the number of threads, so that sums are rounded the same way. */
	private static final int SLAB = 16;

	private final Method method;
	private final double k;
	private final double r;

	/**
	 * @param k weight of the deviation, 0.2 is usual; not used by {@link Method#MEAN}
	 * @param r largest deviation, only used by {@link Method#SAUVOLA}: half the range of values
	 * @throws IllegalArgumentException if r is not above 0
	 */
	public LocalThreshold(Method method, double k, double r) {
		if (!(r > 0)) throw new IllegalArgumentException("The largest deviation must be above 0 but is " + r + ".");
		this.method = method;
		this.k = k;
		this.r = r;
	}

	/**
	 * @param values x fastest
	 * @param radiusMm 0 or more
	 * @return 0 and 1
	 * @throws IllegalArgumentException if the radius is below 0, or the array has another length than the volume
	 * @throws org.annotomy.task.CancelledException if the user cancelled
	 */
	public byte[] of(float[] values, VolumeSize size, VoxelSpacing spacing, double radiusMm, Progress progress) {
		if (!(radiusMm >= 0)) throw new IllegalArgumentException("The radius must be 0 mm or more but is " + radiusMm + ".");
		if (values.length != size.arrayLength())
			throw new IllegalArgumentException("There are " + values.length + " values for " + size.voxels() + " voxels.");
		int[] radius = {voxels(radiusMm, spacing.xMm(), size.nx()), voxels(radiusMm, spacing.yMm(), size.ny()),
				voxels(radiusMm, spacing.zMm(), size.nz())};
		byte[] mask = new byte[values.length];
		int slabs = (size.nz() + SLAB - 1) / SLAB;
		Workers.forEach(slabs, progress, DOING, slab -> {
			BoxWindow window = new BoxWindow(values, size, radius);
			for (int z = slab * SLAB; z < Math.min(size.nz(), (slab + 1) * SLAB); z++) {
				progress.checkCancelled();
				window.moveTo(z);
				slice(values, size, window, z, mask);
			}
		});
		return mask;
	}

	private void slice(float[] values, VolumeSize size, BoxWindow window, int z, byte[] mask) {
		for (int y = 0; y < size.ny(); y++) {
			window.moveToRow(y);
			for (int x = 0, at = size.index(0, y, z); x < size.nx(); x++, at++)
				if (Float.isFinite(values[at]) && values[at] > method.threshold(window.mean(x), window.deviation(x), k, r))
					mask[at] = 1;
		}
	}

	private static int voxels(double radiusMm, double spacingMm, int length) {
		return (int) Math.min(length, Math.round(radiusMm / spacingMm));
	}
}
