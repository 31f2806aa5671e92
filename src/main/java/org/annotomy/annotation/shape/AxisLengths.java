package org.annotomy.annotation.shape;

import org.annotomy.geometry.PlaneSpacing;
import org.annotomy.geometry.Point;
import org.locationtech.jts.geom.Coordinate;

/** Lengths of marks in millimetres. */
public final class AxisLengths {

	private AxisLengths() {}

	/** Longest diameter of an area, longer axis of a bidirectional, length of a line; NaN for marks that have none, such as points. */
	public static double longAxisMm(Shape shape, PlaneSpacing spacing) {
		if (shape instanceof BidirectionalShape s)
			return Math.max(lengthMm(s.longAxis(), spacing), lengthMm(s.shortAxis(), spacing));
		if (shape instanceof LineShape s) return lengthMm(s, spacing);
		if (shape instanceof ArrowShape) return Double.NaN;
		if (shape instanceof PolylineShape s) return lengthMm(s, spacing);
		return Diameters.longest(shape, spacing.xMm(), spacing.yMm()).map(axis -> lengthMm(axis, spacing)).orElse(Double.NaN);
	}

	/** Longest diameter across the long axis; NaN for marks that have none, such as lines. */
	public static double shortAxisMm(Shape shape, PlaneSpacing spacing) {
		if (shape instanceof BidirectionalShape s)
			return Math.min(lengthMm(s.longAxis(), spacing), lengthMm(s.shortAxis(), spacing));
		return Diameters.bidirectional(shape, spacing.xMm(), spacing.yMm()).map(axes -> lengthMm(axes.shortAxis(), spacing))
				.orElse(Double.NaN);
	}

	private static double lengthMm(LineShape line, PlaneSpacing spacing) {
		return lengthMm(line.from(), line.to(), spacing);
	}

	private static double lengthMm(Point from, Point to, PlaneSpacing spacing) {
		return Math.hypot((to.x() - from.x()) * spacing.xMm(), (to.y() - from.y()) * spacing.yMm());
	}

	private static double lengthMm(PolylineShape line, PlaneSpacing spacing) {
		double length = 0;
		Coordinate[] points = ShapeGeometry.of(line).getCoordinates();
		for (int i = 1; i < points.length; i++)
			length += Math.hypot((points[i].x - points[i - 1].x) * spacing.xMm(),
					(points[i].y - points[i - 1].y) * spacing.yMm());
		return length;
	}
}
