package org.annotomy.segmentation.grow;

import java.util.Arrays;

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

	private static final String DOING = "Growing from seeds";
	private static final int FAR = Integer.MAX_VALUE;
	private static final byte NO_PARENT = 26;
	private static final byte SEED = 27;
	private static final byte OUTSIDE = 28;
	private static final int WAITING = 0x40;
	private static final int FROM = 0x3f;
	private static final int CHECK_EVERY = 1 << 14;

	private final VolumeSize size;
	private final GrowthCosts costs;
	private final boolean[] closed;
	/** With a border of one voxel, as the two below. */
	private final int[] cost;
	private final byte[] label;
	/** The direction to the voxel from which this one was reached, or what else it is; and whether it waits. */
	private final byte[] origin;
	private boolean broken;
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
		int length = GrowthCosts.bordered(size).arrayLength();
		cost = new int[length];
		label = new byte[length];
		origin = new byte[length];
		closed = new boolean[values.length];
		for (int i = 0; i < closed.length; i++)
			closed[i] = Float.isNaN(values[i]) || open != null && open[i] == 0;
		clear();
	}

	private void clear() {
		Arrays.fill(cost, FAR);
		Arrays.fill(label, (byte) 0);
		Arrays.fill(origin, OUTSIDE);
		for (int i = 0, row = 0; row < size.ny() * size.nz(); row++) {
			int at = GrowthCosts.rowStart(row, size);
			for (int x = 0; x < size.nx(); x++, i++)
				if (!closed[i]) origin[at + x] = NO_PARENT;
		}
		broken = false;
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
		plant(seeds, queue);
		done = 0;
		for (int[] voxels = queue.next(); voxels != null; voxels = queue.next())
			for (int voxel : voxels)
				spread(voxel, queue, progress);
		broken = false;
		return result();
	}

	/** Takes out what old seeds gave that are gone, and lets new ones and what is left around begin to grow. */
	private void plant(byte[] seeds, GrowthQueue queue) {
		IntList gone = new IntList();
		IntList come = new IntList();
		for (int i = 0, row = 0; row < size.ny() * size.nz(); row++) {
			int at = GrowthCosts.rowStart(row, size);
			for (int x = 0; x < size.nx(); x++, i++) {
				byte before = origin[at + x] == SEED ? label[at + x] : 0;
				if (before == seeds[i]) continue;
				if (before != 0) remove(at + x, closed[i] ? OUTSIDE : NO_PARENT, gone);
				if (seeds[i] != 0) come.add(at + x);
			}
		}
		for (int i = 0; i < come.size(); i++)
			set(come.get(i), seeds);
		removeDependents(gone);
		startAround(gone, queue);
		for (int i = 0; i < come.size(); i++)
			start(come.get(i), queue);
	}

	private void set(int voxel, byte[] seeds) {
		int x = voxel % (size.nx() + 2) - 1;
		int y = voxel / (size.nx() + 2) % (size.ny() + 2) - 1;
		int z = voxel / (size.nx() + 2) / (size.ny() + 2) - 1;
		cost[voxel] = 0;
		label[voxel] = seeds[size.index(x, y, z)];
		origin[voxel] = SEED;
	}

	private void remove(int voxel, byte becomes, IntList gone) {
		cost[voxel] = FAR;
		label[voxel] = 0;
		origin[voxel] = becomes;
		gone.add(voxel);
	}

	/** All that was reached by way of voxels that are gone is gone, too; the list grows while it is read. */
	private void removeDependents(IntList gone) {
		for (int i = 0; i < gone.size(); i++)
			for (int d = 0; d < GrowthCosts.DIRECTIONS; d++) {
				int next = gone.get(i) + costs.offset(d);
				if (origin[next] == GrowthCosts.opposite(d)) remove(next, NO_PARENT, gone);
			}
	}

	private void startAround(IntList gone, GrowthQueue queue) {
		for (int i = 0; i < gone.size(); i++)
			for (int d = 0; d < GrowthCosts.DIRECTIONS; d++) {
				int next = gone.get(i) + costs.offset(d);
				if (cost[next] != FAR) start(next, queue);
			}
	}

	private void start(int voxel, GrowthQueue queue) {
		if ((origin[voxel] & WAITING) != 0) return;
		origin[voxel] |= WAITING;
		queue.start(voxel, cost[voxel]);
	}

	private void spread(int voxel, GrowthQueue queue, Progress progress) {
		if ((origin[voxel] & WAITING) == 0) return;
		origin[voxel] &= FROM;
		if (done++ % CHECK_EVERY == 0) {
			progress.checkCancelled();
			progress.update(Math.min(1, done / (double) closed.length), DOING);
		}
		int given = label[voxel] & 0xff;
		for (int d = 0; d < GrowthCosts.DIRECTIONS; d++) {
			int next = voxel + costs.offset(d);
			int from = origin[next] & FROM;
			if (from >= SEED) continue;
			int now = cost[voxel] + costs.of(voxel, d);
			if (now < 0) now = FAR - 1;
			if (now > cost[next] || now == cost[next] && given >= (label[next] & 0xff)) continue;
			boolean waits = (origin[next] & WAITING) != 0 && GrowthQueue.isSameClass(now, cost[next]);
			cost[next] = now;
			label[next] = (byte) given;
			origin[next] = (byte) (GrowthCosts.opposite(d) | WAITING);
			if (!waits) queue.add(next, now);
		}
	}

	private byte[] result() {
		byte[] labels = new byte[closed.length];
		for (int row = 0; row < size.ny() * size.nz(); row++)
			System.arraycopy(label, GrowthCosts.rowStart(row, size), labels, row * size.nx(), size.nx());
		return labels;
	}
}
