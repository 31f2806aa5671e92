package org.annotomy.segmentation.grow;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.task.Progress;
import org.annotomy.task.Ranges;
import org.annotomy.task.Workers;

/**
 * The first growth from seeds, in sweeps over all voxels, forwards and backwards in turn: memory is read in its order, which is
 * much faster than by cost as long as most voxels change. What changes late is left to {@link GrowCut}.
 */
final class GrowthSweeps {

	private static final int HALF = GrowthCosts.DIRECTIONS / 2;
	private static final int MOST = 40;
	private static final int LEAST_SLICES = 8;
	/** Sweeps end when fewer than one of so many voxels have changed. */
	private static final int FEW = 15;

	private final VolumeSize size;
	private final long[] cells;
	private final int[] offsets = new int[GrowthCosts.DIRECTIONS];
	private final int[] ways = new int[GrowthCosts.DIRECTIONS];
	private final int slabs;

	GrowthSweeps(GrowthCosts costs, VolumeSize size) {
		this.size = size;
		cells = costs.cells();
		slabs = 2 * Ranges.pieces(size.nz(), LEAST_SLICES);
		for (int d = 0; d < offsets.length; d++) {
			offsets[d] = costs.offset(d);
			ways[d] = costs.way(d);
		}
	}

	/** @return the voxels that changed in the last sweep: only from these something may be left to spread */
	IntList run(Progress progress) {
		IntList changed;
		int sweep = 0;
		do
			changed = sweep(sweep % 2 == 0, progress.part(sweep / (double) MOST, (sweep + 1) / (double) MOST));
		while (++sweep < 2 || sweep < MOST && changed.size() > cells.length / FEW);
		return changed;
	}

	/**
	 * Every other slab of slices at once, then those between, so that no thread reads what another writes. At the seams voxels look at all
	 * their neighbours: there the order is not that of the sweep.
	 */
	private IntList sweep(boolean forwards, Progress progress) {
		IntList[] changed = new IntList[slabs];
		for (int odd = 0; odd < 2; odd++) {
			int first = odd;
			Workers.forEach((slabs + 1 - odd) / 2, progress.part(odd / 2.0, (odd + 1) / 2.0), GrowCut.DOING, i -> {
				int slab = first + 2 * i;
				changed[slab] = new IntList();
				slab(Ranges.start(size.nz(), slabs, slab), Ranges.start(size.nz(), slabs, slab + 1), forwards, changed[slab]);
			});
		}
		IntList all = new IntList();
		for (IntList some : changed)
			for (int i = 0; i < some.size(); i++)
				all.add(some.get(i));
		return all;
	}

	private void slab(int from, int to, boolean forwards, IntList changed) {
		for (int k = from; k < to; k++) {
			int z = forwards ? k : from + to - 1 - k;
			boolean seam = z == from || z == to - 1;
			plane(z, forwards, seam || forwards ? 0 : HALF, seam || !forwards ? 2 * HALF : HALF, changed);
		}
	}

	private void plane(int z, boolean forwards, int first, int last, IntList changed) {
		int ny = size.ny();
		for (int k = 0; k < ny; k++) {
			int row = GrowthCosts.rowStart(z * ny + (forwards ? k : ny - 1 - k), size);
			if (forwards)
				for (int x = 0; x < size.nx(); x++)
					look(row + x, first, last, changed);
			else
				for (int x = size.nx() - 1; x >= 0; x--)
					look(row + x, first, last, changed);
		}
	}

	/** Reaches a voxel from the best of some of its neighbours. */
	private void look(int voxel, int first, int last, IntList changed) {
		long cell = cells[voxel];
		int from = GrowthCells.from(cell);
		if (from > GrowthCells.NO_PARENT) return;
		int level = GrowthCells.level(cell);
		long best = GrowthCells.way(cell);
		int by = -1;
		for (int d = first; d < last; d++) {
			long next = cells[voxel + offsets[d]];
			long way = GrowthCells.way(next)
					+ ((long) (Math.abs(GrowthCells.level(next) - level) + ways[d]) << GrowthCells.COST_IN_WAY);
			if (way < best) {
				best = way;
				by = d;
			}
		}
		if (by < 0) return;
		cells[voxel] = GrowthCells.cell(Math.min(best, GrowthCells.most(best)), by, cell);
		changed.add(voxel);
	}
}
