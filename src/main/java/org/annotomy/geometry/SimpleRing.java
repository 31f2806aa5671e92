package org.annotomy.geometry;

/**
 * Whether the outline of an area touches itself, decided exactly on a grid of whole numbers. Rings are open: the last point is not the first
 * one again; points that fall on the one before count once.
 */
public final class SimpleRing {

	/** Within this the orientation of three points is computed exactly in longs. */
	private static final long EXACT_BELOW = 1L << 30;
	/** Up to here all pairs of edges are compared. */
	private static final int FEW_EDGES = 96;

	private long[] x = new long[64];
	private long[] y = new long[64];
	private int count;

	/** Begins another ring. */
	public void clear() {
		count = 0;
	}

	/** Adds a point, unless it is the one before. */
	public void add(long pointX, long pointY) {
		if (count > 0 && x[count - 1] == pointX && y[count - 1] == pointY) return;
		if (count + 3 > x.length) {
			x = java.util.Arrays.copyOf(x, 2 * x.length);
			y = java.util.Arrays.copyOf(y, 2 * y.length);
		}
		x[count] = pointX;
		y[count++] = pointY;
	}

	/**
	 * True only if the ring has an area and touches itself nowhere. False if it does, or if it is too long (more than 96 points) or too large
	 * (coordinates from 2³⁰) to be decided here.
	 */
	public boolean isSurelySimple() {
		while (count > 1 && x[count - 1] == x[0] && y[count - 1] == y[0])
			count--;
		if (count < 3 || count > FEW_EDGES) return false;
		for (int i = 0; i < count; i++)
			if (Math.abs(x[i]) >= EXACT_BELOW || Math.abs(y[i]) >= EXACT_BELOW) return false;
		for (int i = 0; i < 2; i++) {
			x[count + i] = x[i];
			y[count + i] = y[i];
		}
		return isStar() || hasNoSpike() && hasNoCrossing();
	}

	/** Whether all of the outline is seen, in one turn, from the middle of its points: as of most cells. */
	private boolean isStar() {
		long middleX = 0;
		long middleY = 0;
		for (int i = 0; i < count; i++) {
			middleX += x[i];
			middleY += y[i];
		}
		middleX = Math.floorDiv(middleX, count);
		middleY = Math.floorDiv(middleY, count);
		int way = 0;
		int rises = 0;
		for (int i = 0; i < count; i++) {
			long ax = x[i] - middleX;
			long ay = y[i] - middleY;
			long bx = x[i + 1] - middleX;
			long by = y[i + 1] - middleY;
			int turn = Long.signum(ax * by - ay * bx);
			if (turn == 0 || way != 0 && turn != way) return false;
			way = turn;
			if (ay < 0 && by >= 0) rises++;
		}
		return rises == 1;
	}

	/** An edge that runs back on the one before. */
	private boolean hasNoSpike() {
		for (int i = 0; i < count; i++)
			if (side(i, i + 1, i + 2) == 0
					&& (x[i + 1] - x[i]) * (x[i + 2] - x[i + 1]) + (y[i + 1] - y[i]) * (y[i + 2] - y[i + 1]) <= 0)
				return false;
		return true;
	}

	private boolean hasNoCrossing() {
		for (int i = 0; i < count - 2; i++)
			if (mayTouchLater(i, i == 0 ? count - 1 : count)) return false;
		return true;
	}

	/** Whether edge i (from point i to i + 1) has a point in common with one of the edges from i + 2 up to {@code end}. */
	private boolean mayTouchLater(int i, int end) {
		long left = Math.min(x[i], x[i + 1]);
		long right = Math.max(x[i], x[i + 1]);
		long top = Math.min(y[i], y[i + 1]);
		long bottom = Math.max(y[i], y[i + 1]);
		for (int k = i + 2; k < end; k++) {
			long x1 = x[k];
			long x2 = x[k + 1];
			if (x1 < left && x2 < left || x1 > right && x2 > right) continue;
			long y1 = y[k];
			long y2 = y[k + 1];
			if (y1 < top && y2 < top || y1 > bottom && y2 > bottom) continue;
			if (side(i, i + 1, k) * side(i, i + 1, k + 1) <= 0 && side(k, k + 1, i) * side(k, k + 1, i + 1) <= 0) return true;
		}
		return false;
	}

	/** On which side of the line from a to b point c lies: −1, 0 or 1. */
	private int side(int a, int b, int c) {
		return Long.signum((x[b] - x[a]) * (y[c] - y[a]) - (y[b] - y[a]) * (x[c] - x[a]));
	}
}
