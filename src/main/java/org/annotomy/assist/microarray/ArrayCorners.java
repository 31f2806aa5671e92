package org.annotomy.assist.microarray;

import java.util.List;

import org.annotomy.geometry.Box;
import org.annotomy.geometry.Point;

/**
 * The middles of the four outer cores of a microarray, in pixels of level 0. The array may be turned or skewed.
 *
 * @param first of the first row: A-1
 * @param endOfFirstRow its last core
 * @param lastRow the first core of the last row
 * @param last the last core of the last row
 */
public record ArrayCorners(Point first, Point endOfFirstRow, Point lastRow, Point last) {

	/** An upright array. */
	public static ArrayCorners of(Box box) {
		return new ArrayCorners(new Point(box.x(), box.y()), new Point(box.maxX(), box.y()), new Point(box.x(), box.maxY()),
				new Point(box.maxX(), box.maxY()));
	}

	/** From three: the fourth makes a parallelogram. */
	public static ArrayCorners of(Point first, Point endOfFirstRow, Point lastRow) {
		Point last = endOfFirstRow.plus(lastRow.x() - first.x(), lastRow.y() - first.y());
		return new ArrayCorners(first, endOfFirstRow, lastRow, last);
	}

	/**
	 * From four in their order around a rectangle, whichever is the first: rows go along the side that lies nearest to level, A-1 is at the
	 * upper left.
	 *
	 * @throws IllegalArgumentException if there are not four
	 */
	public static ArrayCorners around(List<Point> ring) {
		if (ring.size() != 4) throw new IllegalArgumentException("A microarray has four corners, not " + ring.size() + ".");
		int first = 0;
		for (int i = 1; i < 4; i++)
			if (levelness(ring, i) > levelness(ring, first)) first = i;
		Point a = ring.get(first);
		Point b = ring.get((first + 1) % 4);
		Point c = ring.get((first + 2) % 4);
		Point d = ring.get((first + 3) % 4);
		// Clockwise on the screen the side that leads to the right is the upper one, else the lower one.
		return turnsRight(a, b, c) ? new ArrayCorners(a, b, d, c) : new ArrayCorners(d, c, a, b);
	}

	/** The greater, the more the side after a corner leads to the right. */
	private static double levelness(List<Point> ring, int i) {
		Point from = ring.get(i);
		Point to = ring.get((i + 1) % 4);
		return (to.x() - from.x()) / Math.max(1e-12, from.distanceTo(to));
	}

	private static boolean turnsRight(Point a, Point b, Point c) {
		return (b.x() - a.x()) * (c.y() - b.y()) - (b.y() - a.y()) * (c.x() - b.x()) > 0;
	}

	/** The place between the corners. @param u 0 to 1 along the rows @param v 0 to 1 along the columns */
	Point at(double u, double v) {
		return new Point(mix(mix(first.x(), endOfFirstRow.x(), u), mix(lastRow.x(), last.x(), u), v),
				mix(mix(first.y(), endOfFirstRow.y(), u), mix(lastRow.y(), last.y(), u), v));
	}

	private static double mix(double a, double b, double part) {
		return a + (b - a) * part;
	}
}
