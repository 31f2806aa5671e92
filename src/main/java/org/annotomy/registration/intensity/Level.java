package org.annotomy.registration.intensity;

import java.util.Arrays;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Position;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.image.MedicalImage;
import org.annotomy.segmentation.volume.ImageVolume;
import org.annotomy.task.Progress;
import org.annotomy.task.Workers;

/**
 * Values on a grid, at one of the resolutions that a registration works at.
 *
 * @param values x fastest; not to be changed
 * @param toFrame from voxel centres to the image's frame
 */
public record Level(float[] values, VolumeSize size, Affine toFrame) {

	/** No voxels smaller than this share of half the image's diagonal are looked at. */
	static final double FINEST = 1.0 / 160;

	/** @throws IllegalArgumentException if the count of values is not that of the voxels */
	public Level {
		if (values.length != size.arrayLength())
			throw new IllegalArgumentException("There are " + values.length + " values for " + size.voxels() + " voxels.");
	}

	/**
	 * One channel and time point of an image, made coarser at once where its voxels are smaller than a registration looks at, so that large
	 * volumes need little memory. Colours count by their mean.
	 *
	 * @param toFrame from voxel centres to the frame of the image
	 * @throws IllegalArgumentException if the slices are unevenly spaced
	 * @throws org.annotomy.task.CancelledException if the user cancelled
	 */
	public static Level of(MedicalImage image, int channel, int timePoint, Affine toFrame, Progress progress) {
		if (!image.sliceAxis().isEven())
			throw new IllegalArgumentException("The slices of a volume are unevenly spaced, so it cannot be registered."
					+ " Make an evenly spaced copy with Resample To Even Slices... first.");
		ImageVolume volume = new ImageVolume(image, channel, timePoint);
		VolumeSize size = volume.size();
		Position diagonal = toFrame.apply(size.nx() - 1, size.ny() - 1, size.nz() - 1).minus(toFrame.origin());
		return blocks((z, count) -> volume.values(new VoxelBox(0, 0, z, size.nx(), size.ny(), count), Progress.NONE), size,
				toFrame, diagonal.norm() / 2 * FINEST, "Reading the image", progress);
	}

	/** Means of blocks of about {@code mm} along each axis; voxels that are larger stay as they are. Incomplete blocks at the end count less. */
	Level coarser(double mm, Progress progress) {
		int plane = size.nx() * size.ny();
		return blocks((z, count) -> Arrays.copyOfRange(values, z * plane, (z + count) * plane), size, toFrame, mm,
				"Making the images coarser", progress);
	}

	/** Some planes of a volume. */
	@FunctionalInterface
	private interface Slab {
		float[] read(int z, int count);
	}

	private static Level blocks(Slab slab, VolumeSize size, Affine toFrame, double mm, String doing, Progress progress) {
		int[] by = new int[3];
		int[] n = {size.nx(), size.ny(), size.nz()};
		for (int axis = 0; axis < 3; axis++)
			by[axis] = (int) Math.max(1, Math.min(n[axis], Math.round(mm / toFrame.step(axis).norm())));
		VolumeSize fewer = new VolumeSize(up(n[0], by[0]), up(n[1], by[1]), up(n[2], by[2]));
		float[] means = new float[fewer.arrayLength()];
		Workers.forEach(fewer.nz(), progress, doing, z -> {
			int first = z * by[2];
			float[] planes = slab.read(first, Math.min(by[2], size.nz() - first));
			average(planes, size, by, fewer, means, fewer.index(0, 0, z));
		});
		Position origin = toFrame.apply((by[0] - 1) / 2.0, (by[1] - 1) / 2.0, (by[2] - 1) / 2.0);
		return new Level(means, fewer, Affine.of(origin, toFrame.step(0).times(by[0]), toFrame.step(1).times(by[1]),
				toFrame.step(2).times(by[2])));
	}

	private static int up(int n, int by) {
		return (n + by - 1) / by;
	}

	/** @param planes one after the other @param at where the means go */
	private static void average(float[] planes, VolumeSize size, int[] by, VolumeSize fewer, float[] means, int at) {
		double[] sums = new double[fewer.nx() * fewer.ny()];
		int[] counts = new int[sums.length];
		for (int from = 0, line = 0; from < planes.length; from += size.nx(), line++) {
			int row = line % size.ny() / by[1] * fewer.nx();
			for (int x = 0; x < size.nx(); x++) {
				float value = planes[from + x];
				if (value != value) continue;
				sums[row + x / by[0]] += value;
				counts[row + x / by[0]]++;
			}
		}
		for (int i = 0; i < sums.length; i++)
			means[at + i] = counts[i] == 0 ? Float.NaN : (float) (sums[i] / counts[i]);
	}

	/** The middle of the volume. */
	Position middle() {
		return toFrame.apply((size.nx() - 1) / 2.0, (size.ny() - 1) / 2.0, (size.nz() - 1) / 2.0);
	}

	/** The centre of mass of what the values have above {@code low}; the middle if there is nothing. */
	Position mass(double low, double high) {
		double sum = 0;
		double x = 0;
		double y = 0;
		double z = 0;
		int at = 0;
		for (int k = 0; k < size.nz(); k++)
			for (int j = 0; j < size.ny(); j++)
				for (int i = 0; i < size.nx(); i++) {
					double weight = Math.min(high, values[at++]) - low;
					if (!(weight > 0)) continue;
					sum += weight;
					x += weight * i;
					y += weight * j;
					z += weight * k;
				}
		return sum > 0 ? toFrame.apply(x / sum, y / sum, z / sum) : middle();
	}

	/** The distance of voxels, as a geometric mean over the axes that have more than one. */
	double spacing() {
		double log = 0;
		int axes = 0;
		int[] n = {size.nx(), size.ny(), size.nz()};
		for (int axis = 0; axis < 3; axis++)
			if (n[axis] > 1) {
				log += Math.log(toFrame.step(axis).norm());
				axes++;
			}
		return axes == 0 ? 1 : Math.exp(log / axes);
	}

	/** Half of the diagonal. */
	double radius() {
		return toFrame.apply(size.nx() - 1, size.ny() - 1, size.nz() - 1).distanceTo(toFrame.apply(0, 0, 0)) / 2;
	}
}
