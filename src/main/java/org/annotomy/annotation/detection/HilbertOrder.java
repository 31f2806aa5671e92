package org.annotomy.annotation.detection;

import java.util.Arrays;

/** The order of outlines along a Hilbert curve of 2¹⁶ × 2¹⁶ cells: neighbours on the curve are neighbours in the plane. */
final class HilbertOrder {

	private static final int CELLS = 1 << 16;

	private HilbertOrder() {}

	/**
	 * @param starts where the numbers of each outline begin in {@code xy}; its first point stands for it
	 * @return the rows in their order; ties by row
	 */
	static int[] of(int[] starts, int[] xy, int count) {
		long left = Long.MAX_VALUE;
		long top = Long.MAX_VALUE;
		long side = 1;
		for (int row = 0; row < count; row++) {
			left = Math.min(left, xy[starts[row]]);
			top = Math.min(top, xy[starts[row] + 1]);
		}
		for (int row = 0; row < count; row++)
			side = Math.max(side, Math.max(xy[starts[row]] - left, xy[starts[row] + 1] - top));
		long[] keys = new long[count];
		for (int row = 0; row < count; row++) {
			int x = (int) ((xy[starts[row]] - left) * (CELLS - 1) / side);
			int y = (int) ((xy[starts[row] + 1] - top) * (CELLS - 1) / side);
			keys[row] = distance(x, y) << 16 | row;
		}
		Arrays.sort(keys);
		int[] order = new int[count];
		for (int i = 0; i < count; i++)
			order[i] = (int) (keys[i] & 0xffff);
		return order;
	}

	/** How far along the curve the cell lies (Wikipedia, "Hilbert curve", xy2d). */
	private static long distance(int cellX, int cellY) {
		int x = cellX;
		int y = cellY;
		long d = 0;
		for (int s = CELLS / 2; s > 0; s /= 2) {
			int rx = (x & s) > 0 ? 1 : 0;
			int ry = (y & s) > 0 ? 1 : 0;
			d += (long) s * s * ((3 * rx) ^ ry);
			if (ry == 0) {
				if (rx == 1) {
					x = CELLS - 1 - x;
					y = CELLS - 1 - y;
				}
				int swapped = x;
				x = y;
				y = swapped;
			}
		}
		return d;
	}
}
