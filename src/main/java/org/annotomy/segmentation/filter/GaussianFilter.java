package org.annotomy.segmentation.filter;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;
import org.annotomy.task.Workers;

/**
 * Gaussian smoothing by a standard deviation in millimetres, so that voxels need not be cubes. The kernel is cut at 4 standard deviations.
 * At its border a volume is mirrored, the voxel at the border twice (scipy's {@code reflect}).
 */
public final class GaussianFilter {

	private static final String DOING = "Smoothing";

	private GaussianFilter() {}

	/**
	 * @param values dense, x fastest; not changed; a NaN spreads as far as the kernel reaches
	 * @param sdMm 0 for a copy
	 * @throws IllegalArgumentException if the standard deviation is negative, or more than 200 voxels
	 */
	public static float[] of(float[] values, VolumeSize size, VoxelSpacing spacing, double sdMm, Progress progress) {
		return run((from, count, target, at) -> System.arraycopy(values, from, target, at, count), values.length, size,
				GaussianKernel.ofMm(sdMm, spacing), progress);
	}

	/** Of a mask as a volume of 0 and 1; otherwise as {@link #of(float[], VolumeSize, VoxelSpacing, double, Progress)}. */
	public static float[] of(byte[] mask, VolumeSize size, VoxelSpacing spacing, double sdMm, Progress progress) {
		return run((from, count, target, at) -> {
			for (int i = 0; i < count; i++)
				target[at + i] = mask[from + i];
		}, mask.length, size, GaussianKernel.ofMm(sdMm, spacing), progress);
	}

	/**
	 * Of a mask, on the whole of its box; mirrored at the border of the box. The work is that around its voxels.
	 *
	 * @throws IllegalArgumentException if the standard deviation is negative, or more than 200 voxels
	 */
	public static float[] of(Mask mask, VoxelSpacing spacing, double sdMm, Progress progress) {
		VoxelBox box = around(mask.bounds(), spacing, sdMm, mask.box());
		float[] part = of(mask.on(box).voxels(), box.size(), spacing, sdMm, progress);
		if (box.equals(mask.box())) return part;
		float[] whole = new float[mask.voxels().length];
		for (int z = box.z(), at = 0; z < box.endZ(); z++)
			for (int y = box.y(); y < box.endY(); y++, at += box.nx())
				System.arraycopy(part, at, whole, mask.index(box.x(), y, z), box.nx());
		return whole;
	}

	/**
	 * The voxels where the smoothed mask is at least 0.5. Edges that are straight stay where they are, corners become round, what is thinner
	 * than about one standard deviation goes.
	 *
	 * @param image all voxels that there are; the mask lies in it
	 * @return on the mask's bounds and what the kernel reaches around them
	 */
	public static Mask smooth(Mask mask, VoxelSpacing spacing, double sdMm, VoxelBox image, Progress progress) {
		VoxelBox box = around(mask.bounds(), spacing, sdMm, image);
		Mask smooth = mask.on(box);
		float[] blurred = of(smooth.voxels(), box.size(), spacing, sdMm, progress);
		for (int i = 0; i < blurred.length; i++)
			smooth.voxels()[i] = (byte) (blurred[i] >= 0.5f ? 1 : 0);
		return smooth;
	}

	/** A box and all that the kernel reaches around it, inside the image: beyond, a smoothed mask is 0. */
	static VoxelBox around(VoxelBox box, VoxelSpacing spacing, double sdMm, VoxelBox image) {
		GaussianKernel[] kernels = GaussianKernel.ofMm(sdMm, spacing);
		return box.grow(kernels[0].radius(), kernels[1].radius(), kernels[2].radius()).intersect(image);
	}

	@FunctionalInterface
	private interface Source {
		void copy(int from, int count, float[] target, int at);
	}

	private static float[] run(Source source, int length, VolumeSize size, GaussianKernel[] kernels, Progress progress) {
		if (length != size.arrayLength())
			throw new IllegalArgumentException(
					"Smoothing was asked of " + length + " voxels in a volume of " + size.voxels() + ".");
		float[] smooth = new float[length];
		if (length == 0) return smooth;
		int nx = size.nx();
		int plane = nx * size.ny();
		Workers.forEach(size.nz(), progress.part(0, 0.6), DOING, z -> {
			RowFilter rows = new RowFilter(nx, size.ny(), kernels[1]);
			for (int y = 0; y < size.ny(); y++) {
				source.copy(z * plane + y * nx, nx, rows.values(), y * nx);
				RowFilter.alongRow(rows.values(), y * nx, nx, kernels[0]);
			}
			rows.across(smooth, z * plane, nx);
		});
		if (size.nz() == 1) return smooth;
		Workers.forEach(size.ny(), progress.part(0.6, 1), DOING, y -> {
			RowFilter rows = new RowFilter(nx, size.nz(), kernels[2]);
			for (int z = 0; z < size.nz(); z++)
				System.arraycopy(smooth, z * plane + y * nx, rows.values(), z * nx, nx);
			rows.across(smooth, y * nx, plane);
		});
		return smooth;
	}
}
