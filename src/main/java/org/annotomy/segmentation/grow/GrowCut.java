package org.annotomy.segmentation.grow;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.volume.IntRing;
import org.annotomy.segmentation.volume.StepsInside;
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
 * the same. Ways that cost more than about two thousand times that range are not told apart. It keeps five bytes and a bit for each
 * voxel, besides the values. Not for use by several threads at once.
 */
public final class GrowCut {

	static final String DOING = "Growing from seeds";
	private static final int CHECK_EVERY = 1 << 14;

	private final float[] values;
	private final byte[] open;
	private final VolumeSize size;
	private final GrowthCosts costs;
	private final GrowthCells cells;
	private final StepsInside around;
	private boolean broken;
	private boolean fresh;
	private int done;

	/**
	 * @param values one for each voxel; kept, not copied: they must stay as they are. NaN is never reached.
	 * @param seedLocality what a millimetre of the way costs, in units of the values; 0 for nothing
	 * @param open not 0 where labels may grow; seeds may lie elsewhere, too. Null for everywhere; kept likewise
	 * @throws IllegalArgumentException if an array has another length, or the locality is negative
	 */
	public GrowCut(float[] values, VolumeSize size, VoxelSpacing spacing, double seedLocality, byte[] open) {
		if (values.length != size.arrayLength() || open != null && open.length != values.length)
			throw new IllegalArgumentException("There are " + values.length + " values for " + size.voxels() + " voxels.");
		if (!(seedLocality >= 0))
			throw new IllegalArgumentException("Seed locality must be 0 or more but is " + seedLocality + ".");
		this.values = values;
		this.open = open;
		this.size = size;
		costs = new GrowthCosts(values, spacing, seedLocality);
		cells = new GrowthCells(values.length);
		around = new StepsInside(size, GrowthCosts.steps());
		clear();
	}

	private boolean isClosed(int voxel) {
		return Float.isNaN(values[voxel]) || open != null && open[voxel] == 0;
	}

	private void clear() {
		for (int i = 0; i < values.length; i++)
			cells.forget(i, isClosed(i));
		cells.nobodyWaits();
		broken = false;
		fresh = true;
	}

	/**
	 * Grows from these seeds.
	 *
	 * @param seeds 0, or the label (1 to 255, unsigned) of each voxel; not kept
	 * @return the labels, 0 where no seed reaches: the same array each time, not to be changed by others
	 * @throws IllegalArgumentException if the array has another length
	 * @throws org.annotomy.task.CancelledException if the user cancelled; the next call starts anew then
	 */
	public byte[] grow(byte[] seeds, Progress progress) {
		if (seeds.length != size.arrayLength())
			throw new IllegalArgumentException("There are " + seeds.length + " seeds for " + size.voxels() + " voxels.");
		if (broken) clear();
		broken = true;
		plant(seeds);
		if (fresh) new GrowthSweeps(values, costs, cells, size).run(progress.part(0, 0.8));
		Progress rest = progress.part(fresh ? 0.8 : 0.1, 1);
		fresh = false;
		done = 0;
		GrowthQueue queue = new GrowthQueue(cells);
		for (int voxel = queue.next(); voxel != GrowthQueue.NONE; voxel = queue.next())
			if (cells.isWaiting(voxel)) spread(voxel, queue, rest);
		broken = false;
		return cells.labels;
	}

	/** Takes out what old seeds gave that are gone, and lets new ones and what is left around begin to grow. */
	private void plant(byte[] seeds) {
		IntRing gone = new IntRing();
		for (int i = 0; i < seeds.length; i++) {
			int before = cells.seed(i);
			int now = seeds[i] & 0xff;
			if (before == now) continue;
			if (before != 0) {
				cells.forget(i, isClosed(i));
				gone.add(i);
			}
			if (now == 0) continue;
			cells.set(i, 0, now, GrowthCells.SEED);
			cells.letWait(i);
		}
		if (!gone.isEmpty()) removeDependents(gone);
	}

	/** All that was reached by way of voxels that are gone is gone, too; what is left around them may take their place. */
	private void removeDependents(IntRing gone) {
		while (!gone.isEmpty()) {
			int voxel = gone.poll();
			int sides = around.sides(voxel);
			int[] steps = around.steps(sides);
			int[] offsets = around.offsets(sides);
			for (int k = 0; k < steps.length; k++) {
				int next = voxel + offsets[k];
				int way = cells.ways[next];
				if (GrowthCells.from(way) == GrowthCosts.opposite(steps[k])) {
					cells.forget(next, false);
					cells.done(next);
					gone.add(next);
				} else
					if (GrowthCells.cost(way) != GrowthCells.FAR) cells.letWait(next);
			}
		}
	}

	private void spread(int voxel, GrowthQueue queue, Progress progress) {
		cells.done(voxel);
		if (done++ % CHECK_EVERY == 0) {
			progress.checkCancelled();
			progress.update(Math.min(1, done / (double) values.length), DOING);
		}
		int cost = GrowthCells.cost(cells.ways[voxel]);
		byte label = cells.labels[voxel];
		int level = costs.level(values[voxel]);
		int sides = around.sides(voxel);
		int[] steps = around.steps(sides);
		int[] offsets = around.offsets(sides);
		for (int k = 0; k < steps.length; k++) {
			int next = voxel + offsets[k];
			int way = cells.ways[next];
			int before = GrowthCells.cost(way);
			int least = Math.min(cost + costs.way(steps[k]), GrowthCells.FAR - 1);
			if (least > before || GrowthCells.from(way) >= GrowthCells.SEED) continue;
			int now = Math.min(least + Math.abs(level - costs.level(values[next])), GrowthCells.FAR - 1);
			if (GrowthCells.rank(now, label) >= GrowthCells.rank(before, cells.labels[next])) continue;
			boolean waits = cells.isWaiting(next) && GrowthQueue.isSameClass(now, before);
			cells.set(next, now, label & 0xff, GrowthCosts.opposite(steps[k]));
			cells.letWait(next);
			if (!waits) queue.add(next, now);
		}
	}
}
