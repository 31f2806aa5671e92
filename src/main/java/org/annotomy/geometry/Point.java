package org.annotomy.geometry;

/**
 * A point in the plane of an image, in pixels of level 0. The frame is the pixel corner's: pixel (i, j) covers [i, i+1) × [j, j+1), its
 * centre is (i + ½, j + ½); x to the right, y down.
 */
public record Point(double x, double y) {

	public double distanceTo(Point other) {
		return Math.hypot(x - other.x, y - other.y);
	}

	public Point plus(double dx, double dy) {
		return new Point(x + dx, y + dy);
	}
}
