package org.annotomy.segmentation.outline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.annotomy.geometry.Vertices;

/**
 * Follows the borders that begin in some rows, along the edges of pixels and with their own pixels to the right. Every border is found by the
 * rows that hold its first top edge (topmost, then leftmost), and by them alone: so several threads share the work without a word. For one
 * thread.
 */
final class BorderTracer {

	/**
	 * A simple ring.
	 *
	 * @param number of its pixels
	 * @param group of its pixels, see {@link PixelGroups}
	 * @param ring clockwise on screen around pixels, the other way round around a hole
	 */
	record Border(int number, int group, Vertices ring) {}

	/** Right, down, left, up: the way along an edge. */
	private static final int[] DX = {1, 0, -1, 0};
	private static final int[] DY = {0, 1, 0, -1};

	/** The pixel that lies ahead to the right of a corner, by direction, relative to the corner. */
	private static final int[] RIGHT_X = {0, -1, -1, 0};
	private static final int[] RIGHT_Y = {0, 0, -1, -1};

	private final Pixels pixels;
	private final PixelGroups groups;
	private final int first;
	private final int last;
	private final BitSet tracedTops = new BitSet();
	private final List<Border> borders = new ArrayList<>();
	private int[] corners = new int[64];
	private int count;
	private boolean pinched;

	/** @param first row; {@code last} is behind them */
	BorderTracer(Pixels pixels, PixelGroups groups, int first, int last) {
		this.pixels = pixels;
		this.groups = groups;
		this.first = first;
		this.last = last;
	}

	/** In the order of their first top edges. */
	List<Border> borders() {
		for (int y = first; y < last; y++) {
			int above = y == 0 ? groups.firstRun(0) : groups.firstRun(y - 1);
			for (int run = groups.firstRun(y); run < groups.firstRun(y + 1); run++)
				above = tops(y, run, above);
		}
		return borders;
	}

	/**
	 * Follows the borders that begin on top of a run, where no pixel of the same group lies above it. Top edges side by side are of the same
	 * border.
	 *
	 * @param from a run above, before or at the first one that touches this one
	 * @return likewise for the next run
	 */
	private int tops(int y, int run, int from) {
		int runs = groups.firstRun(y);
		int x = groups.begin(run);
		int above = from;
		while (above < runs && groups.end(above) <= x)
			above++;
		for (int next = above; next < runs && groups.begin(next) < groups.end(run); next++) {
			above = next;
			if (groups.group(next) != groups.group(run)) continue;
			if (x < groups.begin(next)) follow(x, y, run);
			x = groups.end(next);
		}
		if (x < groups.end(run)) follow(x, y, run);
		return above;
	}

	private void follow(int x, int y, int run) {
		int number = pixels.numberAt(x, y);
		if (!tracedTops.get(bit(x, y)) && trace(x, y, number)) split(number, groups.group(run));
	}

	private int bit(int x, int y) {
		return (y - first) * pixels.width() + x;
	}

	/**
	 * Follows the border from the top edge of a pixel until it comes back to it.
	 *
	 * @return false if the border begins elsewhere: it is, or will be, found from there
	 */
	private boolean trace(int startX, int startY, int number) {
		int x = startX;
		int y = startY;
		int direction = 0;
		count = 0;
		pinched = false;
		do {
			if (direction == 0 && !isNew(x, y)) return false;
			x += DX[direction];
			y += DY[direction];
			int turned = turn(x, y, direction, number);
			if (turned != direction) add(x, y);
			direction = turned;
		} while (x != startX || y != startY || direction != 0);
		return true;
	}

	/** Remembers a top edge in these rows. Rows are gone through from above: one above them, or known already, comes before the beginning. */
	private boolean isNew(int x, int y) {
		if (y < first || y < last && tracedTops.get(bit(x, y))) return false;
		if (y < last) tracedTops.set(bit(x, y));
		return true;
	}

	/** Keeps to the same group of pixels: at a corner where two of them meet only diagonally it turns right, around its own. */
	private int turn(int x, int y, int direction, int number) {
		int left = (direction + 3) % 4;
		boolean leftAhead = pixels.numberAt(x + RIGHT_X[left], y + RIGHT_Y[left]) == number;
		if (pixels.numberAt(x + RIGHT_X[direction], y + RIGHT_Y[direction]) != number) {
			pinched |= leftAhead;
			return (direction + 1) % 4;
		}
		return leftAhead ? left : direction;
	}

	private void add(int x, int y) {
		if (2 * count == corners.length) corners = Arrays.copyOf(corners, 2 * corners.length);
		corners[2 * count] = x;
		corners[2 * count + 1] = y;
		count++;
	}

	/** A border that passes a corner twice is cut there into rings that pass it once. */
	private void split(int number, int group) {
		if (!pinched) {
			keep(corners, 0, count, number, group);
			return;
		}
		Map<Long, Integer> placeOnWay = new HashMap<>();
		int[] way = new int[2 * count];
		int length = 0;
		for (int i = 0; i < count; i++) {
			long key = ((long) corners[2 * i] << Integer.SIZE) + corners[2 * i + 1];
			Integer before = placeOnWay.get(key);
			if (before != null) {
				keep(way, before, length, number, group);
				for (int k = before + 1; k < length; k++)
					placeOnWay.remove(((long) way[2 * k] << Integer.SIZE) + way[2 * k + 1]);
				length = before + 1;
				continue;
			}
			placeOnWay.put(key, length);
			way[2 * length] = corners[2 * i];
			way[2 * length + 1] = corners[2 * i + 1];
			length++;
		}
		keep(way, 0, length, number, group);
	}

	private void keep(int[] way, int from, int to, int number, int group) {
		double[] xy = new double[2 * (to - from)];
		for (int i = 0; i < xy.length; i++)
			xy[i] = way[2 * from + i];
		borders.add(new Border(number, group, Vertices.adopt(xy)));
	}
}
