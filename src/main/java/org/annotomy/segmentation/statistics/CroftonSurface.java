package org.annotomy.segmentation.statistics;

import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;
import org.annotomy.task.Ranges;

/**
 * Surface area by Crofton's formula: how often lines in 13 directions through the centres of voxels enter and leave the mask. G. Lehmann, D.
 * Legland: Efficient N-dimensional surface estimation using Crofton formula and run-length encoding, Insight J. 2012. Directions count by the
 * part of the sphere that is nearest to them, so that spacings may differ. Of balls and organs it is close to the truth; planes along the
 * axes come out 7 % too small (of cubic voxels), where the sum of voxel faces would be exact but of a ball 50 % too large. What lies beyond
 * the box of the mask is outside.
 */
final class CroftonSurface {

	private static final int[][] DIRECTIONS = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {1, 1, 0}, {1, -1, 0}, {1, 0, 1}, {1, 0, -1},
			{0, 1, 1}, {0, 1, -1}, {1, 1, 1}, {1, 1, -1}, {1, -1, 1}, {1, -1, -1}};
	private static final int SAMPLES = 100_000;
	private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
	private static final String DOING = "Measuring the surface";

	private CroftonSurface() {}

	static double mm2(Mask mask, VoxelSpacing spacing, Progress progress) {
		double[] weights = weights(spacing);
		long[] crossings = crossings(mask, progress);
		double area = 0;
		for (int i = 0; i < DIRECTIONS.length; i++)
			area += 2 * weights[i] * crossings[i] * spacing.voxelVolumeMm3() / length(DIRECTIONS[i], spacing);
		return area;
	}

	/** The part of the sphere that is nearest to each direction or its opposite. */
	static double[] weights(VoxelSpacing spacing) {
		double[] weights = new double[DIRECTIONS.length];
		for (int i = 0; i < SAMPLES; i++) {
			double z = 1 - (2 * i + 1.0) / SAMPLES;
			double r = Math.sqrt(1 - z * z);
			weights[nearest(r * Math.cos(i * GOLDEN_ANGLE), r * Math.sin(i * GOLDEN_ANGLE), z, spacing)] += 1.0 / SAMPLES;
		}
		return weights;
	}

	private static int nearest(double x, double y, double z, VoxelSpacing spacing) {
		int nearest = 0;
		double most = -1;
		for (int i = 0; i < DIRECTIONS.length; i++) {
			int[] d = DIRECTIONS[i];
			double cosine = Math.abs(x * d[0] * spacing.xMm() + y * d[1] * spacing.yMm() + z * d[2] * spacing.zMm())
					/ length(d, spacing);
			if (cosine > most) {
				most = cosine;
				nearest = i;
			}
		}
		return nearest;
	}

	private static double length(int[] d, VoxelSpacing spacing) {
		double x = d[0] * spacing.xMm();
		double y = d[1] * spacing.yMm();
		double z = d[2] * spacing.zMm();
		return Math.sqrt(x * x + y * y + z * z);
	}

	/** Between each voxel of the mask and its 26 neighbours. */
	private static long[] crossings(Mask mask, Progress progress) {
		int nz = mask.box().nz();
		int pieces = Ranges.pieces(nz, 1);
		long[][] each = new long[pieces][DIRECTIONS.length];
		Ranges.forEach(nz, pieces, progress, DOING, (piece, from, to) -> {
			for (int z = from; z < to; z++) {
				progress.checkCancelled();
				addSlice(mask, z, each[piece]);
			}
		});
		long[] all = new long[DIRECTIONS.length];
		for (long[] one : each)
			for (int i = 0; i < all.length; i++)
				all[i] += one[i];
		return all;
	}

	private static void addSlice(Mask mask, int z, long[] crossings) {
		int nx = mask.box().nx();
		int ny = mask.box().ny();
		byte[] voxels = mask.voxels();
		for (int y = 0; y < ny; y++)
			for (int x = 0, at = nx * (y + ny * z); x < nx; x++, at++) {
				if (voxels[at] == 0) continue;
				for (int i = 0; i < DIRECTIONS.length; i++) {
					int[] d = DIRECTIONS[i];
					if (isOutside(mask, x + d[0], y + d[1], z + d[2])) crossings[i]++;
					if (isOutside(mask, x - d[0], y - d[1], z - d[2])) crossings[i]++;
				}
			}
	}

	private static boolean isOutside(Mask mask, int x, int y, int z) {
		int nx = mask.box().nx();
		int ny = mask.box().ny();
		return x < 0 || y < 0 || z < 0 || x >= nx || y >= ny || z >= mask.box().nz() || mask.voxels()[x + nx * (y + ny * z)] == 0;
	}
}
