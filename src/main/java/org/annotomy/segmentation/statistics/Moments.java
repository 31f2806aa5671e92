package org.annotomy.segmentation.statistics;

import org.annotomy.geometry.Position;
import org.annotomy.segmentation.volume.Mask;

/**
 * Whole-number sums over the voxels of a mask, with indices counted from its box, so that nothing is rounded.
 *
 * @param firsts sums of x, y, z
 * @param seconds sums of xx, xy, xz, yy, yz, zz
 */
record Moments(Mask mask, long count, long[] firsts, long[] seconds) {

	static Moments of(Mask mask) {
		long count = 0;
		long[] firsts = new long[3];
		long[] seconds = new long[6];
		int nx = mask.box().nx();
		int ny = mask.box().ny();
		for (int z = 0, at = 0; z < mask.box().nz(); z++)
			for (int y = 0; y < ny; y++) {
				long n = 0;
				long sum = 0;
				long squares = 0;
				for (int x = 0; x < nx; x++, at++)
					if (mask.voxels()[at] != 0) {
						n++;
						sum += x;
						squares += (long) x * x;
					}
				if (n == 0) continue;
				count += n;
				add(firsts, sum, n * y, n * z);
				add(seconds, squares, sum * y, sum * z, n * y * y, n * y * z, n * z * z);
			}
		return new Moments(mask, count, firsts, seconds);
	}

	private static void add(long[] to, long... each) {
		for (int i = 0; i < to.length; i++)
			to[i] += each[i];
	}

	/** Mean index of the image; NaN if there are no voxels. */
	Position centroid() {
		return new Position(mask.box().x() + (double) firsts[0] / count, mask.box().y() + (double) firsts[1] / count,
				mask.box().z() + (double) firsts[2] / count);
	}

	/** In voxels, of the population; zeros if there are no voxels. */
	double[][] covariance() {
		double[][] all = new double[3][3];
		if (count == 0) return all;
		int[][] place = {{0, 1, 2}, {1, 3, 4}, {2, 4, 5}};
		for (int i = 0; i < 3; i++)
			for (int j = 0; j < 3; j++)
				all[i][j] = (seconds[place[i][j]] - (double) firsts[i] * firsts[j] / count) / count;
		return all;
	}
}
