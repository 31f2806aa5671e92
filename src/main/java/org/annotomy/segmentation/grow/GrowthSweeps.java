package org.annotomy.segmentation.grow;

import java.util.stream.LongStream;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.task.Progress;
import org.annotomy.task.Ranges;
import org.annotomy.task.Workers;

/**
 * The first growth from seeds, in sweeps over all voxels, forwards and backwards in turn: memory is read in its order, which is
 * much faster than by cost as long as most voxels change. What changes late is left to {@link GrowCut}.
 */
final class GrowthSweeps {

	private static final int MOST = 40;
	private static final int LEAST_SLICES = 8;
	/** Slabs that are worked on at once lie so many voxels apart, so that they have no word of {@link GrowthCells#waiting} together. */
	private static final int LEAST_APART = 64;
	/** Sweeps end when fewer than one of so many voxels have changed. */
	private static final int FEW = 15;

	private final GrowthCells cells;
	private final GrowthSlab[] slabs;

	GrowthSweeps(float[] values, GrowthCosts costs, GrowthCells cells, VolumeSize size) {
		this.cells = cells;
		int apart = LEAST_APART / Math.max(1, size.nx() * size.ny()) + 1;
		slabs = new GrowthSlab[2 * Ranges.pieces(size.nz(), Math.max(LEAST_SLICES, 2 * apart))];
		for (int i = 0; i < slabs.length; i++)
			slabs[i] = new GrowthSlab(values, costs, cells, size, Ranges.start(size.nz(), slabs.length, i),
					Ranges.start(size.nz(), slabs.length, i + 1));
	}

	/** Leaves the voxels waiting that changed in the last sweep: only from these something may be left to spread. */
	void run(Progress progress) {
		long changed;
		int sweep = 0;
		do
			changed = sweep(sweep % 2 == 0, progress.part(sweep / (double) MOST, (sweep + 1) / (double) MOST));
		while (++sweep < 2 || sweep < MOST && changed > cells.ways.length / FEW);
	}

	/**
	 * Every other slab of slices at once, then those between, so that no thread reads what another writes.
	 *
	 * @return how many voxels changed
	 */
	private long sweep(boolean forwards, Progress progress) {
		cells.nobodyWaits();
		long[] changed = new long[slabs.length];
		for (int odd = 0; odd < 2; odd++) {
			int first = odd;
			Workers.forEach((slabs.length + 1 - odd) / 2, progress.part(odd / 2.0, (odd + 1) / 2.0), GrowCut.DOING,
					i -> changed[first + 2 * i] = slabs[first + 2 * i].sweep(forwards));
		}
		return LongStream.of(changed).sum();
	}
}
