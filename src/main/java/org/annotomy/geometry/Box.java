package org.annotomy.geometry;

import java.util.function.IntToDoubleFunction;

/** An upright rectangle in the plane of an image, in pixels of level 0, pixel-corner frame. Width and height may be 0. */
public record Box(double x, double y, double width, double height) {

	/** @throws IllegalArgumentException if a number is not finite or a side is negative */
	public Box {
		if (!(Double.isFinite(x) && Double.isFinite(y) && Double.isFinite(width) && Double.isFinite(height)))
			throw new IllegalArgumentException("A box needs finite numbers.");
		if (width < 0 || height < 0)
			throw new IllegalArgumentException("A box cannot have a side of " + Math.min(width, height) + " pixels.");
	}

	/** The smallest box around all points given as x0 y0 x1 y1 …; of no points, the empty box at (0, 0). */
	public static Box around(double[] xy) {
		if (xy.length == 0) return new Box(0, 0, 0, 0);
		double minX = xy[0];
		double maxX = xy[0];
		double minY = xy[1];
		double maxY = xy[1];
		for (int i = 2; i < xy.length; i += 2) {
			minX = Math.min(minX, xy[i]);
			maxX = Math.max(maxX, xy[i]);
			minY = Math.min(minY, xy[i + 1]);
			maxY = Math.max(maxY, xy[i + 1]);
		}
		return new Box(minX, minY, maxX - minX, maxY - minY);
	}

	/**
	 * Whether eight numbers x0 y0 … x3 y3 are the corners of an upright rectangle with an area, one after the other in either direction.
	 *
	 * @param xy gives the numbers by their index
	 */
	public static boolean isOutline(IntToDoubleFunction xy) {
		double x = xy.applyAsDouble(0);
		double y = xy.applyAsDouble(1);
		double farX = xy.applyAsDouble(4);
		double farY = xy.applyAsDouble(5);
		boolean acrossFirst = xy.applyAsDouble(2) == farX && xy.applyAsDouble(3) == y && xy.applyAsDouble(6) == x
				&& xy.applyAsDouble(7) == farY;
		boolean downFirst = xy.applyAsDouble(2) == x && xy.applyAsDouble(3) == farY && xy.applyAsDouble(6) == farX
				&& xy.applyAsDouble(7) == y;
		return (acrossFirst || downFirst) && x != farX && y != farY;
	}

	public double maxX() {
		return x + width;
	}

	public double maxY() {
		return y + height;
	}

	public Point centre() {
		return new Point(x + width / 2, y + height / 2);
	}

	public boolean contains(Point p) {
		return p.x() >= x && p.y() >= y && p.x() <= maxX() && p.y() <= maxY();
	}

	public boolean intersects(Box other) {
		return x <= other.maxX() && other.x <= maxX() && y <= other.maxY() && other.y <= maxY();
	}

	/** The smallest box around both. */
	public Box union(Box other) {
		double left = Math.min(x, other.x);
		double top = Math.min(y, other.y);
		return new Box(left, top, Math.max(maxX(), other.maxX()) - left, Math.max(maxY(), other.maxY()) - top);
	}

	/** This box with {@code margin} more pixels on every side. */
	public Box grow(double margin) {
		return new Box(x - margin, y - margin, width + 2 * margin, height + 2 * margin);
	}

	public Box translate(double dx, double dy) {
		return new Box(x + dx, y + dy, width, height);
	}
}
