package org.annotomy.segmentation.filter;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.task.Progress;
import org.annotomy.task.Workers;

/** The median of the values in a box around each voxel. At its border the volume is mirrored, as scipy's {@code median_filter} has it. */
public final class MedianFilter {

	private static final int LARGEST = 1331;

	private MedianFilter() {}

	/**
	 * The time grows with the number of voxels in the box.
	 *
	 * @param values dense, x fastest; not changed; NaN counts as infinite
	 * @throws IllegalArgumentException if the box holds more than 1331 voxels (11 × 11 × 11)
	 */
	public static float[] of(float[] values, VolumeSize size, KernelBox kernel, Progress progress) {
		long voxels = (2L * kernel.x() + 1) * (2L * kernel.y() + 1) * (2L * kernel.z() + 1);
		if (voxels > LARGEST)
			throw new IllegalArgumentException("The box of a median filter may hold " + LARGEST + " voxels but holds " + voxels
					+ ". Take a smaller one.");
		if (values.length != size.arrayLength())
			throw new IllegalArgumentException(
					"A median was asked of " + values.length + " voxels in a volume of " + size.voxels() + ".");
		float[] medians = new float[values.length];
		if (values.length == 0) return medians;
		Workers.forEach(size.nz(), progress, "Taking medians", z -> {
			float[] columns = new float[(size.nx() + 2 * kernel.x()) * (2 * kernel.y() + 1) * (2 * kernel.z() + 1)];
			for (int y = 0; y < size.ny(); y++) {
				gather(values, size, kernel, y, z, columns);
				row(columns, kernel, medians, size.index(0, y, z), size.nx());
			}
		});
		return medians;
	}

	/** The values around a row, those of one column after the other, so that the box around a voxel is one piece. */
	private static void gather(float[] values, VolumeSize size, KernelBox kernel, int y, int z, float[] columns) {
		int to = 0;
		for (int x = -kernel.x(); x < size.nx() + kernel.x(); x++) {
			int fromX = RowFilter.mirrored(x, size.nx());
			for (int dz = -kernel.z(); dz <= kernel.z(); dz++)
				for (int dy = -kernel.y(); dy <= kernel.y(); dy++) {
					float value = values[size.index(fromX, RowFilter.mirrored(y + dy, size.ny()),
							RowFilter.mirrored(z + dz, size.nz()))];
					columns[to++] = Float.isNaN(value) ? Float.POSITIVE_INFINITY : value;
				}
		}
	}

	private static void row(float[] columns, KernelBox kernel, float[] medians, int at, int nx) {
		int column = (2 * kernel.y() + 1) * (2 * kernel.z() + 1);
		float[] box = new float[column * (2 * kernel.x() + 1)];
		for (int x = 0; x < nx; x++) {
			System.arraycopy(columns, x * column, box, 0, box.length);
			medians[at + x] = select(box, box.length / 2);
		}
	}

	/** Hoare's selection: the value that would stand at place {@code k} in order. */
	private static float select(float[] a, int k) {
		int left = 0;
		int right = a.length - 1;
		while (left < right) {
			float pivot = a[k];
			int i = left;
			int j = right;
			while (i <= j) {
				while (a[i] < pivot)
					i++;
				while (pivot < a[j])
					j--;
				if (i > j) break;
				float swapped = a[i];
				a[i++] = a[j];
				a[j--] = swapped;
			}
			if (j < k) left = i;
			if (k < i) right = j;
		}
		return a[k];
	}
}
