package org.annotomy.segmentation.grow;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.task.Progress;

/**
 * Seeds of several labels that grow over a volume until they meet: each voxel gets the label of the seed from which it is reached along
 * the cheapest path over its 26 neighbours, where a step costs the difference of the values (L. Zhu, I. Kolesov, Y. Gao, R. Kikinis,
 * A. Tannenbaum, "An effective interactive medical image segmentation method using fast GrowCut", MICCAI IMIC 2014; as in 3D Slicer).
 * <p>
 * After seeds have changed, only what depends on them is grown again; the result is the one that a new start would give, voxel by
 * voxel. Of paths that cost the same, the lower label wins; so nothing depends on an order.
 * <p>
 * Differences are counted in steps of a power of two, at least 32768 of them over the range of all values: exactly, for whole numbers
 * of such a range. Besides, each step costs two or three of these for its length, so that labels part half way where all values are
 * the same. Not for use by several threads at once.
 */
public final class GrowCut {

	static final String DOING = "Growing from seeds";
	private static final int CHECK_EVERY = 1 << 14;

	private final VolumeSize size;
	private final GrowthCosts costs;
	private final boolean[] closed;
	/** With a border of one voxel. */
	private final long[] cells;
	private boolean broken;
	private boolean fresh;
	private int done;

	/**
	 * @param values one for each voxel; not kept. NaN is never reached.
	 * @param seedLocality what a millimetre of the way costs, in units of the values; 0 for nothing
	 * @param open not 0 where labels may grow; seeds may lie elsewhere, too. Null for everywhere
	 * @throws IllegalArgumentException if an array has another length, or the locality is negative
	 */
	public GrowCut(float[] values, VolumeSize size, VoxelSpacing spacing, double seedLocality, byte[] open) {
		if (values.length != size.arrayLength() || open != null && open.length != values.length)
			throw new IllegalArgumentException("There are " + values.length + " values for " + size.voxels() + " voxels.");
		if (!(seedLocality >= 0))
			throw new IllegalArgumentException("Seed locality must be 0 or more but is " + seedLocality + ".");
		this.size = size;
		costs = new GrowthCosts(values, size, spacing, seedLocality);
		cells = costs.cells();
		closed = new boolean[values.length];
		for (int i = 0; i < closed.length; i++)
			closed[i] = Float.isNaN(values[i]) || open != null && open[i] == 0;
		clear();
	}

	private void clear() {
		for (int i = 0; i < cells.length; i++)
			cells[i] = GrowthCells.cell(GrowthCells.FAR, 0, GrowthCells.OUTSIDE, cells[i]);
		for (int i = 0, row = 0; row < size.ny() * size.nz(); row++) {
			int at = GrowthCosts.rowStart(row, size);
			for (int x = 0; x < size.nx(); x++, i++)
				if (!closed[i]) cells[at + x] = GrowthCells.cell(GrowthCells.FAR, 0, GrowthCells.NO_PARENT, cells[at + x]);
		}
		broken = false;
		fresh = true;
	}

	/**
	 * Grows from these seeds.
	 *
	 * @param seeds 0, or the label (1 to 255, unsigned) of each voxel; not kept
	 * @return a new array of labels; 0 where no seed reaches
	 * @throws IllegalArgumentException if the array has another length
	 * @throws org.annotomy.task.CancelledException if the user cancelled; the next call starts anew then
	 */
	public byte[] grow(byte[] seeds, Progress progress) {
		if (seeds.length != size.arrayLength())
			throw new IllegalArgumentException("There are " + seeds.length + " seeds for " + size.voxels() + " voxels.");
		if (broken) clear();
		broken = true;
		GrowthQueue queue = new GrowthQueue(costs.most());
		plant(seeds, queue, progress.part(0, fresh ? 0.8 : 0.1));
		fresh = false;
		done = 0;
		for (int[] voxels = queue.next(); voxels != null; voxels = queue.next())
			for (int voxel : voxels)
				spread(voxel, queue, progress);
		broken = false;
		return result();
	}

	/** Takes out what old seeds gave that are gone, and lets new ones and what is left around begin to grow. */
	private void plant(byte[] seeds, GrowthQueue queue, Progress progress) {
		IntList gone = new IntList();
		IntList come = new IntList();
		for (int i = 0, row = 0; row < size.ny() * size.nz(); row++) {
			int at = GrowthCosts.rowStart(row, size);
			for (int x = 0; x < size.nx(); x++, i++) {
				long cell = cells[at + x];
				int before = GrowthCells.from(cell) == GrowthCells.SEED ? GrowthCells.label(cell) : 0;
				int now = seeds[i] & 0xff;
				if (before == now) continue;
				if (before != 0) remove(at + x, closed[i] ? GrowthCells.OUTSIDE : GrowthCells.NO_PARENT, gone);
				if (now == 0) continue;
				cells[at + x] = GrowthCells.cell(0, now, GrowthCells.SEED, cell);
				come.add(at + x);
			}
		}
		removeDependents(gone);
		startAround(gone, queue);
		IntList starting = fresh ? new GrowthSweeps(costs, size).run(progress) : come;
		for (int i = 0; i < starting.size(); i++)
			start(starting.get(i), queue);
	}

	private void remove(int voxel, int becomes, IntList gone) {
		cells[voxel] = GrowthCells.cell(GrowthCells.FAR, 0, becomes, cells[voxel]);
		gone.add(voxel);
	}

	/** All that was reached by way of voxels that are gone is gone, too; the list grows while it is read. */
	private void removeDependents(IntList gone) {
		for (int i = 0; i < gone.size(); i++)
			for (int d = 0; d < GrowthCosts.DIRECTIONS; d++) {
				int next = gone.get(i) + costs.offset(d);
				if (GrowthCells.from(cells[next]) == GrowthCosts.opposite(d)) remove(next, GrowthCells.NO_PARENT, gone);
			}
	}

	private void startAround(IntList gone, GrowthQueue queue) {
		for (int i = 0; i < gone.size(); i++)
			for (int d = 0; d < GrowthCosts.DIRECTIONS; d++) {
				int next = gone.get(i) + costs.offset(d);
				if (GrowthCells.cost(cells[next]) != GrowthCells.FAR) start(next, queue);
			}
	}

	private void start(int voxel, GrowthQueue queue) {
		if (GrowthCells.isWaiting(cells[voxel])) return;
		cells[voxel] = GrowthCells.waiting(cells[voxel]);
		queue.start(voxel, GrowthCells.cost(cells[voxel]));
	}

	private void spread(int voxel, GrowthQueue queue, Progress progress) {
		long cell = cells[voxel];
		if (!GrowthCells.isWaiting(cell)) return;
		cells[voxel] = GrowthCells.done(cell);
		if (done++ % CHECK_EVERY == 0) {
			progress.checkCancelled();
			progress.update(Math.min(1, done / (double) closed.length), DOING);
		}
		long way = GrowthCells.way(cell);
		int level = GrowthCells.level(cell);
		for (int d = 0; d < GrowthCosts.DIRECTIONS; d++) {
			int at = voxel + costs.offset(d);
			long next = cells[at];
			int step = Math.abs(level - GrowthCells.level(next)) + costs.way(d);
			long now = Math.min(way + ((long) step << GrowthCells.COST_IN_WAY), GrowthCells.most(way));
			if (now >= GrowthCells.way(next) || GrowthCells.from(next) >= GrowthCells.SEED) continue;
			int cost = (int) (now >> GrowthCells.COST_IN_WAY);
			boolean waits = GrowthCells.isWaiting(next) && GrowthQueue.isSameClass(cost, GrowthCells.cost(next));
			cells[at] = GrowthCells.waiting(GrowthCells.cell(now, GrowthCosts.opposite(d), next));
			if (!waits) queue.add(at, cost);
		}
	}

	private byte[] result() {
		byte[] labels = new byte[closed.length];
		for (int i = 0, row = 0; row < size.ny() * size.nz(); row++) {
			int at = GrowthCosts.rowStart(row, size);
			for (int x = 0; x < size.nx(); x++, i++)
				labels[i] = (byte) GrowthCells.label(cells[at + x]);
		}
		return labels;
	}
}
