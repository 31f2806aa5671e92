package org.annotomy.segmentation.grow;

import java.util.Arrays;

import org.annotomy.geometry.VolumeSize;

/**
 * What is known of a row of voxels and of the eight rows around it, as plain numbers, renewed as one goes from row to row: levels of all
 * voxels would need half as much memory as the values.
 */
final class GrowthRows {

	private static final long NOWHERE = GrowthCells.rank(GrowthCells.FAR, (byte) 0);

	private final float[] values;
	private final GrowthCosts prices;
	private final GrowthCells cells;
	private final VolumeSize size;
	private final int stride;
	/** Nine rows, with a voxel more on each side that no way leads to. */
	final int[] levels;
	/** As {@link GrowthCells#rank} has them. */
	final long[] ranks;

	GrowthRows(float[] values, GrowthCosts prices, GrowthCells cells, VolumeSize size) {
		this.values = values;
		this.prices = prices;
		this.cells = cells;
		this.size = size;
		stride = size.nx() + 2;
		levels = new int[9 * stride];
		ranks = new long[9 * stride];
		Arrays.fill(ranks, NOWHERE);
	}

	/** Where the first voxel of row y stands, {@code dz} slices away. */
	int place(int y, int dz) {
		return 1 + stride * (3 * (dz + 1) + (y + 3) % 3);
	}

	/** Takes in row y of slice {@code z + dz} in place of the one three rows away; one outside of the volume leads nowhere. */
	void load(int y, int z, int dz) {
		int to = place(y, dz);
		int nx = size.nx();
		if (y < 0 || y >= size.ny() || z + dz < 0 || z + dz >= size.nz()) {
			Arrays.fill(ranks, to, to + nx, NOWHERE);
			return;
		}
		int from = size.index(0, y, z + dz);
		for (int x = 0; x < nx; x++)
			levels[to + x] = prices.level(values[from + x]);
		for (int x = 0; x < nx; x++)
			ranks[to + x] = GrowthCells.rank(GrowthCells.cost(cells.ways[from + x]), cells.labels[from + x]);
	}
}
