package org.annotomy.segmentation.grow;

/**
 * What is known of each voxel, in one number, so that a look at a neighbour is one access of memory: from the highest bit the cost of
 * the way to it (32 bits), the label (8), where it was reached from (8) and the level of its value (16). Cost and label together are
 * one number that is smaller for the better way.
 */
final class GrowthCells {

	static final int FAR = Integer.MAX_VALUE;
	static final int NO_PARENT = 26;
	static final int SEED = 27;
	static final int OUTSIDE = 28;

	static final int WAY_SHIFT = 24;
	static final int COST_IN_WAY = 8;

	private static final int COST_SHIFT = 32;
	private static final int ORIGIN_SHIFT = 16;
	private static final long WAITING = 0x40L << ORIGIN_SHIFT;
	private static final int FROM = 0x3f;
	private static final int BYTE = 0xff;

	private GrowthCells() {}

	static int cost(long cell) {
		return (int) (cell >>> COST_SHIFT);
	}

	static int label(long cell) {
		return (int) (cell >>> WAY_SHIFT) & BYTE;
	}

	/** Cost and label. */
	static long way(long cell) {
		return cell >>> WAY_SHIFT;
	}

	/** The longest way of its label that is still known. */
	static long most(long way) {
		return (long) (FAR - 1) << COST_IN_WAY | way & BYTE;
	}

	/** The direction to the voxel from which this one was reached, or what else it is. */
	static int from(long cell) {
		return (int) (cell >>> ORIGIN_SHIFT) & FROM;
	}

	static int level(long cell) {
		return (int) cell & GrowthCosts.MOST_LEVEL;
	}

	/** A cell at the level of another, not waiting. */
	static long cell(int cost, int label, int from, long other) {
		return (long) cost << COST_SHIFT | (long) label << WAY_SHIFT | (long) from << ORIGIN_SHIFT | level(other);
	}

	/** Likewise. @param way cost and label */
	static long cell(long way, int from, long other) {
		return way << WAY_SHIFT | (long) from << ORIGIN_SHIFT | level(other);
	}

	static boolean isWaiting(long cell) {
		return (cell & WAITING) != 0;
	}

	static long waiting(long cell) {
		return cell | WAITING;
	}

	static long done(long cell) {
		return cell & ~WAITING;
	}
}
