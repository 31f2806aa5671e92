package org.annotomy.annotation.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.annotomy.geometry.Point;
import org.annotomy.geometry.Vertices;
import org.locationtech.jts.algorithm.ConvexHull;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * The longest diameter of an area and its perpendicular short axis (RECIST 1.1, Eisenhauer et al. 2009, doi:10.1016/j.ejca.2008.10.026),
 * measured in millimetres where columns and rows are not equally far apart. Both are exact for the outline; an ellipse or spline is
 * measured within 0.05 pixels.
 */
public final class Diameters {

	private static final double CHORD_ERROR_PX = 0.05;

	private Diameters() {}

	/**
	 * The two points of the outline that lie farthest apart.
	 *
	 * @param xSpacing distance between pixel columns, in any unit
	 * @param ySpacing distance between pixel rows, in the same unit
	 * @return in pixels, from the upper point to the lower one; empty if the shape has no area
	 */
	public static Optional<LineShape> longest(Shape area, double xSpacing, double ySpacing) {
		Geometry geometry = ShapeGeometry.area(area, CHORD_ERROR_PX);
		if (geometry.isEmpty()) return Optional.empty();
		Coordinate[] hull = hull(geometry, xSpacing, ySpacing);
		int[] ends = farthest(hull);
		Coordinate a = hull[ends[0]];
		Coordinate b = hull[ends[1]];
		boolean inOrder = a.y < b.y || a.y == b.y && a.x <= b.x;
		Point first = new Point(a.x / xSpacing, a.y / ySpacing);
		Point second = new Point(b.x / xSpacing, b.y / ySpacing);
		return Optional.of(inOrder ? new LineShape(first, second) : new LineShape(second, first));
	}

	/**
	 * The longest diameter and the longest chord across it at a right angle (in millimetres, not on the screen). The chord stays within the
	 * outline; holes (necrosis) do not interrupt it.
	 *
	 * @return in pixels; empty if the shape has no area
	 */
	public static Optional<BidirectionalShape> bidirectional(Shape area, double xSpacing, double ySpacing) {
		return longest(area, xSpacing, ySpacing).map(axis -> {
			Point from = new Point(axis.from().x() * xSpacing, axis.from().y() * ySpacing);
			Point to = new Point(axis.to().x() * xSpacing, axis.to().y() * ySpacing);
			double[] chord = new LongestChord(from, to).of(shells(ShapeGeometry.area(area, CHORD_ERROR_PX), xSpacing, ySpacing));
			return new BidirectionalShape(axis, new LineShape(new Point(chord[0] / xSpacing, chord[1] / ySpacing),
					new Point(chord[2] / xSpacing, chord[3] / ySpacing)));
		});
	}

	/** Rotating calipers (Shamos 1978): of a convex ring in order, the farthest pair is among its antipodal ones. */
	private static int[] farthest(Coordinate[] hull) {
		int n = hull.length;
		int[] best = {0, n > 1 ? 1 : 0};
		double longest = -1;
		int j = 1 % n;
		for (int i = 0; i < n; i++) {
			int next = (i + 1) % n;
			while (distanceToSide(hull, i, next, (j + 1) % n) > distanceToSide(hull, i, next, j))
				j = (j + 1) % n;
			for (int k : new int[]{j, (j + 1) % n})
				for (int end : new int[]{i, next})
					if (hull[end].distance(hull[k]) > longest) {
						longest = hull[end].distance(hull[k]);
						best = new int[]{end, k};
					}
		}
		return best;
	}

	private static double distanceToSide(Coordinate[] hull, int from, int to, int point) {
		return Math.abs((hull[to].x - hull[from].x) * (hull[point].y - hull[from].y)
				- (hull[to].y - hull[from].y) * (hull[point].x - hull[from].x));
	}

	private static Coordinate[] hull(Geometry area, double xSpacing, double ySpacing) {
		Coordinate[] points = area.getCoordinates();
		Coordinate[] scaled = new Coordinate[points.length];
		for (int i = 0; i < points.length; i++)
			scaled[i] = new Coordinate(points[i].x * xSpacing, points[i].y * ySpacing);
		Coordinate[] closed = new ConvexHull(scaled, ShapeGeometry.FACTORY).getConvexHull().getCoordinates();
		return java.util.Arrays.copyOf(closed, Math.max(1, closed.length - 1));
	}

	private static List<Vertices> shells(Geometry area, double xSpacing, double ySpacing) {
		List<Vertices> shells = new ArrayList<>();
		for (int i = 0; i < area.getNumGeometries(); i++) {
			double[] xy = ShapeGeometry.vertices(((Polygon) area.getGeometryN(i)).getExteriorRing()).toArray();
			for (int k = 0; k < xy.length; k += 2) {
				xy[k] *= xSpacing;
				xy[k + 1] *= ySpacing;
			}
			shells.add(Vertices.adopt(xy));
		}
		return shells;
	}
}
