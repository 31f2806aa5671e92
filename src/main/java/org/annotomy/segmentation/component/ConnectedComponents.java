package org.annotomy.segmentation.component;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.segmentation.volume.BitVolume;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;

/**
 * Connected components of masks and label volumes, numbered from 1 in the order of their first voxels (x fastest, then y, z), as scipy's
 * {@code label} and scikit-image's number them. Runs of voxels are joined, not voxels (He, Chao, Suzuki: A run-based two-scan labeling
 * algorithm, IEEE Trans. Image Process. 17, 2008, doi:10.1109/TIP.2008.919369). The result does not depend on the number of threads. An empty
 * volume has no components.
 */
public final class ConnectedComponents {

	private ConnectedComponents() {}

	/**
	 * Of all voxels that are not 0.
	 *
	 * @throws IllegalArgumentException if the array has another length than the volume
	 * @throws org.annotomy.task.CancelledException if the user cancelled; likewise the others
	 */
	public static Components of(byte[] mask, VolumeSize size, Connectivity connectivity, Progress progress) {
		return of(BitVolume.of(mask, size, progress.part(0, 0.2)), connectivity, progress.part(0.2, 1));
	}

	/** In the box of the mask. */
	public static Components of(Mask mask, Connectivity connectivity, Progress progress) {
		return of(mask.voxels(), mask.size(), connectivity, progress);
	}

	/** Of each label other than 0 on its own: neighbours belong together if they have the same label. Any 16 bits are a label. */
	public static Components ofLabels(short[] labels, VolumeSize size, Connectivity connectivity, Progress progress) {
		requireLength(labels.length, size);
		return ofLabels(LabelRows.of(labels, size.nx()), size, connectivity, progress);
	}

	/** Likewise. */
	public static Components ofLabels(int[] labels, VolumeSize size, Connectivity connectivity, Progress progress) {
		requireLength(labels.length, size);
		return ofLabels(LabelRows.of(labels, size.nx()), size, connectivity, progress);
	}

	static Components of(BitVolume volume, Connectivity connectivity, Progress progress) {
		Runs runs = Runs.of(volume, progress.part(0, 0.4));
		return Components.of(runs, RunUnion.parents(runs, connectivity, null, progress.part(0.4, 1)));
	}

	private static Components ofLabels(LabelRows rows, VolumeSize size, Connectivity connectivity, Progress progress) {
		Runs runs = Runs.of(size, rows, progress.part(0, 0.5));
		int[] starts = runs.starts();
		int nx = size.nx();
		RunUnion.Same same = (run, row, other, otherRow) -> rows.same(row * nx + starts[run], otherRow * nx + starts[other]);
		return Components.of(runs, RunUnion.parents(runs, connectivity, same, progress.part(0.5, 1)));
	}

	private static void requireLength(int length, VolumeSize size) {
		if (length != size.arrayLength())
			throw new IllegalArgumentException("There are " + length + " labels for " + size.voxels() + " voxels.");
	}
}
