package org.annotomy.segmentation.grow;

import java.util.Arrays;

/**
 * What is known of each voxel, in five bytes and a bit: what the cheapest way to it costs so far and where it comes from, in one number; the
 * label of the seed at its beginning; and whether its neighbours have still to be looked at from there. Of two ways the cheaper one is
 * better, of equal ones that of the lower label.
 */
final class GrowthCells {

	/** The cost of voxels that no way leads to; others cost less. */
	static final int FAR = (1 << 27) - 1;
	static final int NO_PARENT = 26;
	static final int SEED = 27;
	static final int OUTSIDE = 28;

	private static final int COST_SHIFT = 5;
	private static final int FROM = (1 << COST_SHIFT) - 1;

	/** Of each voxel the cost of its way, and in the lowest bits the direction to the voxel before it, or what else it is. */
	final int[] ways;
	/** Unsigned; 0 where no way leads to. */
	final byte[] labels;
	/** A bit for each voxel from which ways have still to go on. */
	final long[] waiting;

	GrowthCells(int voxels) {
		ways = new int[voxels];
		labels = new byte[voxels];
		waiting = new long[(voxels >> 6) + 1];
	}

	static int cost(int way) {
		return way >>> COST_SHIFT;
	}

	static int from(int way) {
		return way & FROM;
	}

	/** For comparisons: smaller for the better way. */
	static long rank(int cost, byte label) {
		return (long) cost << Byte.SIZE | label & 0xff;
	}

	void set(int voxel, int cost, int label, int from) {
		ways[voxel] = cost << COST_SHIFT | from;
		labels[voxel] = (byte) label;
	}

	/** A voxel that no way leads to. */
	void forget(int voxel, boolean closed) {
		set(voxel, FAR, 0, closed ? OUTSIDE : NO_PARENT);
	}

	/** The label of a seed, 0 for other voxels. */
	int seed(int voxel) {
		return from(ways[voxel]) == SEED ? labels[voxel] & 0xff : 0;
	}

	boolean isWaiting(int voxel) {
		return (waiting[voxel >> 6] >>> voxel & 1) != 0;
	}

	void letWait(int voxel) {
		waiting[voxel >> 6] |= 1L << voxel;
	}

	void done(int voxel) {
		waiting[voxel >> 6] &= ~(1L << voxel);
	}

	void nobodyWaits() {
		Arrays.fill(waiting, 0);
	}
}
