package org.annotomy.annotation.detection;

import java.util.Arrays;
import java.util.UUID;
import java.util.function.IntConsumer;

import org.annotomy.geometry.Box;
import org.annotomy.geometry.Vertices;

/**
 * Identities and outlines of the rows of a block, in flat arrays; immutable. Coordinates are thousandths of a pixel of level 0 (pixel-corner
 * frame), so that what a sidecar holds comes back bit by bit. The rows lie along a Hilbert curve; boxes around every 16 and every 256 of them
 * make a packed R-tree (Kamel and Faloutsos, 1993), which a box is looked up in.
 */
public final class Outlines {

	/** Thousandths in a pixel. */
	public static final int PER_PIXEL = 1000;

	private static final int FAN_BITS = 4;
	private static final int FAN = 1 << FAN_BITS;

	private final long[] ids;
	private final int[] starts;
	private final int[] xy;
	/** Left, top, right, bottom of each row, then of each 16 rows, of each 256, … and of all. */
	private final int[][] boxes;

	/** @param starts where each row's numbers begin in {@code xy}, and where the last one's end */
	Outlines(long[] ids, int[] starts, int[] xy) {
		this.ids = ids;
		this.starts = starts;
		this.xy = xy;
		int levels = 1;
		for (int n = size(); n > 1; n = (n + FAN - 1) / FAN)
			levels++;
		boxes = new int[levels][];
		boxes[0] = rowBoxes();
		for (int level = 1; level < levels; level++)
			boxes[level] = parents(boxes[level - 1]);
	}

	public int size() {
		return starts.length - 1;
	}

	public UUID id(int row) {
		return new UUID(ids[2 * row], ids[2 * row + 1]);
	}

	boolean isId(int row, UUID id) {
		return ids[2 * row] == id.getMostSignificantBits() && ids[2 * row + 1] == id.getLeastSignificantBits();
	}

	long idBits(int row) {
		return ids[2 * row] * 0x9E3779B97F4A7C15L + ids[2 * row + 1];
	}

	/** The row with that id, or −1. */
	int find(UUID id) {
		for (int row = 0; row < size(); row++)
			if (isId(row, id)) return row;
		return -1;
	}

	/** How many points the outline has. */
	public int points(int row) {
		return (starts[row + 1] - starts[row]) / 2;
	}

	/** In thousandths of a pixel; likewise {@link #y}. */
	public int x(int row, int point) {
		return xy[starts[row] + 2 * point];
	}

	public int y(int row, int point) {
		return xy[starts[row] + 2 * point + 1];
	}

	/** The outline in pixels. */
	public Vertices vertices(int row) {
		double[] outline = new double[starts[row + 1] - starts[row]];
		for (int i = 0; i < outline.length; i++)
			outline[i] = xy[starts[row] + i] / (double) PER_PIXEL;
		return Vertices.adopt(outline);
	}

	/** In thousandths of a pixel; likewise {@link #top}, {@link #right} and {@link #bottom}. */
	public int left(int row) {
		return boxes[0][4 * row];
	}

	public int top(int row) {
		return boxes[0][4 * row + 1];
	}

	public int right(int row) {
		return boxes[0][4 * row + 2];
	}

	public int bottom(int row) {
		return boxes[0][4 * row + 3];
	}

	/** Around all rows, in pixels; of no rows, the empty box at (0, 0). */
	public Box bounds() {
		int[] all = boxes[boxes.length - 1];
		if (all.length == 0) return new Box(0, 0, 0, 0);
		double left = all[0] / (double) PER_PIXEL;
		double top = all[1] / (double) PER_PIXEL;
		return new Box(left, top, Math.max(0, all[2] / (double) PER_PIXEL - left),
				Math.max(0, all[3] / (double) PER_PIXEL - top));
	}

	/** Area in square pixels, never negative (shoelace formula, exact). */
	public double area(int row) {
		return Math.abs(signedArea(row)) / 2.0 / PER_PIXEL / PER_PIXEL;
	}

	/** Twice the area in square thousandths of a pixel; positive if x turns to y (clockwise on screen). */
	public long signedArea(int row) {
		long sum = 0;
		int from = starts[row];
		int to = starts[row + 1];
		long x0 = xy[from];
		long y0 = xy[from + 1];
		for (int i = from + 2; i + 3 < to; i += 2)
			sum += (xy[i] - x0) * (xy[i + 3] - y0) - (xy[i + 2] - x0) * (xy[i + 1] - y0);
		return sum;
	}

	/** The centre of area, in pixels. */
	public double[] centroid(int row) {
		double[] sum = new double[2];
		long area = signedArea(row);
		int from = starts[row];
		double x0 = xy[from];
		double y0 = xy[from + 1];
		for (int i = from + 2; area != 0 && i + 3 < starts[row + 1]; i += 2) {
			double ax = xy[i] - x0;
			double ay = xy[i + 1] - y0;
			double bx = xy[i + 2] - x0;
			double by = xy[i + 3] - y0;
			double cross = ax * by - bx * ay;
			sum[0] += cross * (ax + bx);
			sum[1] += cross * (ay + by);
		}
		double scale = area == 0 ? 0 : 1 / (3.0 * area);
		sum[0] = (x0 + sum[0] * scale) / PER_PIXEL;
		sum[1] = (y0 + sum[1] * scale) / PER_PIXEL;
		return sum;
	}

	/** Whether a place in pixels lies inside (even-odd). */
	public boolean contains(int row, double px, double py) {
		double x = px * PER_PIXEL;
		double y = py * PER_PIXEL;
		if (x < left(row) || x > right(row) || y < top(row) || y > bottom(row)) return false;
		boolean inside = false;
		int from = starts[row];
		int to = starts[row + 1];
		for (int i = from, k = to - 2; i < to; k = i, i += 2)
			if (xy[i + 1] > y != xy[k + 1] > y
					&& x < xy[i] + (y - xy[i + 1]) / ((double) xy[k + 1] - xy[i + 1]) * ((double) xy[k] - xy[i]))
				inside = !inside;
		return inside;
	}

	/**
	 * The outline in pixels of a canvas: points that fall on the one before are left out.
	 *
	 * @param scale canvas pixels per pixel of level 0
	 * @param dx added afterwards; likewise {@code dy}
	 * @param xs filled; long enough for {@link #points}; likewise {@code ys}
	 * @return how many points
	 */
	public int toCanvas(int row, double scale, double dx, double dy, int[] xs, int[] ys) {
		double unit = scale / PER_PIXEL;
		int count = 0;
		for (int i = starts[row]; i < starts[row + 1]; i += 2) {
			int x = (int) Math.floor(xy[i] * unit + dx);
			int y = (int) Math.floor(xy[i + 1] * unit + dy);
			if (count > 0 && xs[count - 1] == x && ys[count - 1] == y) continue;
			xs[count] = x;
			ys[count++] = y;
		}
		return count;
	}

	/** Takes rows that follow one another. */
	@FunctionalInterface
	public interface RowRange {

		/** @param first row; {@code end} is behind the last one */
		void accept(int first, int end);
	}

	/** Calls for each row whose box touches this one, in the order of rows. */
	public void search(Box box, IntConsumer found) {
		searchRanges(box, (first, end) -> {
			for (int row = first; row < end; row++)
				found.accept(row);
		});
	}

	/** Likewise, for many rows at once: where thousands lie in the box, a call for each would take longer than what is done with it. */
	public void searchRanges(Box box, RowRange found) {
		if (size() == 0) return;
		search(boxes.length - 1, 0, floor(box.x()), floor(box.y()), -floor(-box.maxX()), -floor(-box.maxY()), found);
	}

	private void search(int level, int node, int left, int top, int right, int bottom, RowRange found) {
		int[] at = boxes[level];
		int i = 4 * node;
		if (at[i] > right || at[i + 2] < left || at[i + 1] > bottom || at[i + 3] < top) return;
		if (level == 0 || at[i] >= left && at[i + 2] <= right && at[i + 1] >= top && at[i + 3] <= bottom) {
			found.accept(node << FAN_BITS * level, (int) Math.min(size(), (node + 1L) << FAN_BITS * level));
			return;
		}
		int last = Math.min(boxes[level - 1].length / 4, FAN * (node + 1));
		for (int child = FAN * node; child < last; child++)
			search(level - 1, child, left, top, right, bottom, found);
	}

	/** Memory, roughly. */
	long bytes() {
		return 256 + 8L * ids.length + 4L * starts.length + 4L * xy.length
				+ Arrays.stream(boxes).mapToLong(b -> 4L * b.length).sum();
	}

	long[] ids() {
		return ids;
	}

	int[] starts() {
		return starts;
	}

	int[] xy() {
		return xy;
	}

	private static int floor(double pixels) {
		return (int) Math.floor(Math.max(-2e6, Math.min(2e6, pixels)) * PER_PIXEL);
	}

	private int[] rowBoxes() {
		int[] all = new int[4 * size()];
		for (int row = 0; row < size(); row++) {
			int left = Integer.MAX_VALUE;
			int top = Integer.MAX_VALUE;
			int right = Integer.MIN_VALUE;
			int bottom = Integer.MIN_VALUE;
			for (int i = starts[row]; i < starts[row + 1]; i += 2) {
				left = Math.min(left, xy[i]);
				right = Math.max(right, xy[i]);
				top = Math.min(top, xy[i + 1]);
				bottom = Math.max(bottom, xy[i + 1]);
			}
			all[4 * row] = left;
			all[4 * row + 1] = top;
			all[4 * row + 2] = right;
			all[4 * row + 3] = bottom;
		}
		return all;
	}

	private static int[] parents(int[] children) {
		int count = children.length / 4;
		int[] parents = new int[4 * ((count + FAN - 1) / FAN)];
		for (int i = 0; i < count; i++) {
			int p = 4 * (i / FAN);
			boolean first = i % FAN == 0;
			parents[p] = first ? children[4 * i] : Math.min(parents[p], children[4 * i]);
			parents[p + 1] = first ? children[4 * i + 1] : Math.min(parents[p + 1], children[4 * i + 1]);
			parents[p + 2] = first ? children[4 * i + 2] : Math.max(parents[p + 2], children[4 * i + 2]);
			parents[p + 3] = first ? children[4 * i + 3] : Math.max(parents[p + 3], children[4 * i + 3]);
		}
		return parents;
	}

	@Override
	public boolean equals(Object other) {
		return this == other || other instanceof Outlines o && Arrays.equals(ids, o.ids) && Arrays.equals(starts, o.starts)
				&& Arrays.equals(xy, o.xy);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(ids);
	}
}
