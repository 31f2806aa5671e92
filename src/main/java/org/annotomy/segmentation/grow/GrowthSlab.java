package org.annotomy.segmentation.grow;

import org.annotomy.geometry.VolumeSize;

/** Sweeps over some slices of a volume: each voxel in turn is reached from the best of its neighbours. For one thread. */
final class GrowthSlab {

	private static final int HALF = GrowthCosts.DIRECTIONS / 2;
	/** Ways that cost more may come to an end here, and are left to go on by cost. */
	private static final long LONG = GrowthCells.rank(GrowthCells.FAR - 2 * GrowthCosts.most(), (byte) 0);
	private static final long NOWHERE = GrowthCells.rank(GrowthCells.FAR, (byte) 0);
	private final GrowthCells cells;
	private final VolumeSize size;
	private final int from;
	private final int to;
	private final GrowthRows rows;
	private final int[] levels;
	private final long[] ranks;
	private final int[][] steps = GrowthCosts.steps();
	/** Of each direction: what a step adds to the rank of a way, and where the neighbour of the first voxel of the present row stands. */
	private final long[] prices = new long[GrowthCosts.DIRECTIONS];
	private final int[] places = new int[GrowthCosts.DIRECTIONS];
	private boolean forwards;
	private int first;
	private int last;
	private long changed;

	/** @param from the first slice, and the one behind the last */
	GrowthSlab(float[] values, GrowthCosts costs, GrowthCells cells, VolumeSize size, int from, int to) {
		this.cells = cells;
		this.size = size;
		this.from = from;
		this.to = to;
		rows = new GrowthRows(values, costs, cells, size);
		levels = rows.levels;
		ranks = rows.ranks;
		for (int d = 0; d < GrowthCosts.DIRECTIONS; d++)
			prices[d] = (long) costs.way(d) << Byte.SIZE;
	}

	/**
	 * Goes over all slices, from the first voxel on or from the last one back. Those of the first and last slice look at all their neighbours:
	 * beyond these the order is not that of the sweep. Whatever changed is left waiting.
	 *
	 * @return how many voxels changed
	 */
	long sweep(boolean isForwards) {
		forwards = isForwards;
		changed = 0;
		for (int k = from; k < to; k++) {
			int z = forwards ? k : from + to - 1 - k;
			boolean seam = z == from || z == to - 1;
			first = seam || forwards ? 0 : HALF;
			last = seam || !forwards ? 2 * HALF : HALF;
			plane(z);
		}
		return changed;
	}

	private void plane(int z) {
		int ny = size.ny();
		int way = forwards ? 1 : -1;
		int begin = forwards ? 0 : ny - 1;
		load(begin - way, z);
		load(begin, z);
		for (int k = 0, y = begin; k < ny; k++, y += way) {
			load(y + way, z);
			row(y, z);
		}
	}

	private void load(int y, int z) {
		if (first == 0) rows.load(y, z, -1);
		rows.load(y, z, 0);
		if (last > HALF) rows.load(y, z, 1);
	}

	private void row(int y, int z) {
		for (int d = first; d < last; d++) {
			int[] step = steps[d];
			places[d] = rows.place(y + step[1], step[2]) + step[0];
		}
		int nx = size.nx();
		int own = rows.place(y, 0);
		int row = size.index(0, y, z);
		for (int k = 0; k < nx; k++) {
			int x = forwards ? k : nx - 1 - k;
			look(row + x, own + x, x);
		}
	}

	private void look(int voxel, int own, int x) {
		long rank = ranks[own];
		int level = levels[own];
		long best = rank;
		int by = -1;
		for (int d = first; d < last; d++) {
			int other = places[d] + x;
			long now = ranks[other] + prices[d] + ((long) Math.abs(levels[other] - level) << Byte.SIZE);
			if (now < best) {
				best = now;
				by = d;
			}
		}
		if (by < 0) {
			if (rank >= LONG && rank < NOWHERE) cells.letWait(voxel);
			return;
		}
		if (GrowthCells.from(cells.ways[voxel]) > GrowthCells.NO_PARENT) return;
		ranks[own] = best;
		cells.set(voxel, (int) (best >> Byte.SIZE), (int) best & 0xff, by);
		cells.letWait(voxel);
		changed++;
	}
}
