package org.annotomy.segmentation.component;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.segmentation.volume.BitVolume;
import org.annotomy.task.Progress;

/** Keeps the voxels whose box of neighbours is wholly set; what lies beyond the volume counts as set. */
final class BoxErosion {

	private static final String DOING = "Looking at neighbourhoods";

	private BoxErosion() {}

	/** @param radius along x, y and z, 0 or more each */
	static BitVolume of(BitVolume volume, int[] radius, Progress progress) {
		if (radius.length != 3 || radius[0] < 0 || radius[1] < 0 || radius[2] < 0)
			throw new IllegalArgumentException("A neighbourhood needs three radii of 0 or more voxels.");
		BitVolume alongX = alongX(volume, radius[0]);
		progress.update(0.4, DOING);
		progress.checkCancelled();
		VolumeSize size = volume.size();
		BitVolume alongY = acrossRows(alongX, radius[1], 1, size.ny());
		progress.checkCancelled();
		return acrossRows(alongY, radius[2], size.ny(), size.nz());
	}

	/** A run loses as many voxels at each end, but none at the sides of the volume. */
	private static BitVolume alongX(BitVolume volume, int radius) {
		int nx = volume.size().nx();
		BitVolume eroded = new BitVolume(volume.size());
		for (int row = 0; row < volume.rows(); row++)
			for (int x = volume.nextSet(row, 0); x < nx;) {
				int end = volume.nextClear(row, x);
				eroded.set(row, x == 0 ? 0 : Math.min(nx, x + radius), end == nx ? nx : Math.max(0, end - radius));
				x = volume.nextSet(row, end);
			}
		return eroded;
	}

	/** @param step rows to the next one along the axis @param length how many there are along it */
	private static BitVolume acrossRows(BitVolume volume, int radius, int step, int length) {
		BitVolume eroded = new BitVolume(volume.size());
		int words = volume.words();
		for (int row = 0; row < volume.rows(); row++) {
			int place = row / step % length;
			System.arraycopy(volume.bits(), row * words, eroded.bits(), row * words, words);
			for (int d = -Math.min(radius, place); d <= Math.min(radius, length - 1 - place); d++)
				for (int word = 0; word < words; word++)
					eroded.bits()[row * words + word] &= volume.bits()[(row + d * step) * words + word];
		}
		return eroded;
	}
}
