package org.annotomy.annotation.check;

import java.util.Arrays;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * The sides of an outline, sorted by where they begin from the top, to measure areas by sweeping over them. A place is inside if it lies in
 * an odd number of rings, so an outline may cross itself; no topology is built and nothing can fail.
 * <p>
 * Between two neighbouring corners (in y) no side begins or ends. There the overlap of two outlines is as wide as the intervals in which a
 * horizontal line lies inside both; that width changes linearly between crossings of sides, so its value in the middle between two
 * crossings times the height is exact.
 */
final class EdgeTable {

	/** x1, y1, x2, y2 of each side with y1 &lt; y2, sorted by y1; level sides bound no area. */
	private final double[][] sides;
	private final double lengthPx;

	/** @param polygonal Polygon or MultiPolygon, perhaps invalid */
	EdgeTable(Geometry polygonal) {
		double[][] all = new double[polygonal.getNumPoints()][];
		int count = 0;
		for (int part = 0; part < polygonal.getNumGeometries(); part++) {
			Polygon polygon = (Polygon) polygonal.getGeometryN(part);
			count = addRing(polygon.getExteriorRing(), all, count);
			for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++)
				count = addRing(polygon.getInteriorRingN(hole), all, count);
		}
		sides = Arrays.copyOf(all, count);
		Arrays.sort(sides, (a, b) -> Double.compare(a[1], b[1]));
		lengthPx = polygonal.getLength();
	}

	/** Length of all rings. */
	double lengthPx() {
		return lengthPx;
	}

	/** Enclosed area. */
	double areaPx() {
		return new AreaSweep(this, this).area();
	}

	/** Area enclosed by both. */
	double overlapPx(EdgeTable other) {
		return new AreaSweep(this, other).area();
	}

	/** The sides that reach into a stretch of y, in the order of their beginnings. */
	double[][] between(double fromY, double toY) {
		double[][] some = new double[sides.length][];
		int count = 0;
		for (double[] side : sides) {
			if (side[1] >= toY) break;
			if (side[3] > fromY) some[count++] = side;
		}
		return Arrays.copyOf(some, count);
	}

	double minY() {
		return sides.length == 0 ? Double.POSITIVE_INFINITY : sides[0][1];
	}

	double maxY() {
		double max = Double.NEGATIVE_INFINITY;
		for (double[] side : sides)
			max = Math.max(max, side[3]);
		return max;
	}

	private static int addRing(LineString ring, double[][] sides, int count) {
		CoordinateSequence points = ring.getCoordinateSequence();
		for (int i = 1; i < points.size(); i++) {
			double y1 = points.getY(i - 1);
			double y2 = points.getY(i);
			if (y1 == y2) continue;
			double x1 = points.getX(i - 1);
			double x2 = points.getX(i);
			sides[count++] = y1 < y2 ? new double[]{x1, y1, x2, y2} : new double[]{x2, y2, x1, y1};
		}
		return count;
	}
}
