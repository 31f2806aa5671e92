package org.annotomy.segmentation.surface;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.task.Progress;
import org.annotomy.task.Workers;

/**
 * Voxels around which a surface is to be laid; none on the rim of the grid is inside. Rows are searched only from their first voxel inside
 * to their last.
 */
final class SurfaceGrid {

	final byte[] values;
	final int nx;
	final int ny;
	final int nz;
	private final int threshold;
	private final int[] first;
	private final int[] last;

	/**
	 * @param values x fastest, unsigned; those of the rim below the threshold
	 * @param threshold from here on a voxel lies inside
	 */
	SurfaceGrid(byte[] values, VolumeSize size, int threshold, Progress progress) {
		this.values = values;
		this.nx = size.nx();
		this.ny = size.ny();
		this.nz = size.nz();
		this.threshold = threshold;
		first = new int[ny * nz];
		last = new int[ny * nz];
		Workers.forEach(nz, progress, MarchingCubes.DOING, this::trim);
	}

	private void trim(int z) {
		for (int row = ny * z; row < ny * (z + 1); row++) {
			int x = 0;
			while (x < nx && !isInside(row * nx + x))
				x++;
			first[row] = x;
			int end = nx - 1;
			while (end >= x && !isInside(row * nx + end))
				end--;
			last[row] = x == nx ? -1 : end;
		}
	}

	boolean isInside(int index) {
		return (values[index] & 0xff) >= threshold;
	}

	/** Voxels of a slice. */
	int plane() {
		return nx * ny;
	}

	/** The first voxel of a row beyond which something may change, seen by it and its neighbours behind and above; nx if nothing does. */
	int begin(int y, int z) {
		int begin = Math.min(first[y + ny * z], y + 1 < ny ? first[y + 1 + ny * z] : nx);
		if (z + 1 < nz) begin = Math.min(begin, Math.min(first[y + ny * (z + 1)], y + 1 < ny ? first[y + 1 + ny * (z + 1)] : nx));
		return begin == nx ? nx : Math.max(0, begin - 1);
	}

	/** The last voxel of a row beyond which something may change; −1 if nothing does. */
	int end(int y, int z) {
		int end = Math.max(last[y + ny * z], y + 1 < ny ? last[y + 1 + ny * z] : -1);
		if (z + 1 < nz) end = Math.max(end, Math.max(last[y + ny * (z + 1)], y + 1 < ny ? last[y + 1 + ny * (z + 1)] : -1));
		return end;
	}

	/** How far from voxel {@code a} to voxel {@code b} the surface lies, 0 to 1. */
	float part(int a, int b) {
		float low = values[a] & 0xff;
		return (threshold - 0.5f - low) / ((values[b] & 0xff) - low);
	}
}
