package org.annotomy.annotation.check;

import java.util.Locale;

import org.annotomy.annotation.shape.ArrowShape;
import org.annotomy.annotation.shape.BidirectionalShape;
import org.annotomy.annotation.shape.Diameters;
import org.annotomy.annotation.shape.LineShape;
import org.annotomy.annotation.shape.PolylineShape;
import org.annotomy.annotation.shape.Shape;
import org.annotomy.annotation.shape.ShapeGeometry;
import org.annotomy.geometry.PixelSize;
import org.annotomy.geometry.Point;
import org.locationtech.jts.geom.Coordinate;

/** Lengths of marks in millimetres. */
final class Measured {

	private Measured() {}

	/** Longest diameter of an area, longer axis of a bidirectional, length of a line; NaN for marks that have none, such as points. */
	static double longAxisMm(Shape shape, PixelSize size) {
		if (shape instanceof BidirectionalShape s) return Math.max(lengthMm(s.longAxis(), size), lengthMm(s.shortAxis(), size));
		if (shape instanceof LineShape s) return lengthMm(s, size);
		if (shape instanceof ArrowShape) return Double.NaN;
		if (shape instanceof PolylineShape s) return lengthMm(s, size);
		return Diameters.longest(shape, size.xMm(), size.yMm()).map(axis -> lengthMm(axis, size)).orElse(Double.NaN);
	}

	/** Longest diameter across the long axis; NaN for marks that have none, such as lines. */
	static double shortAxisMm(Shape shape, PixelSize size) {
		if (shape instanceof BidirectionalShape s) return Math.min(lengthMm(s.longAxis(), size), lengthMm(s.shortAxis(), size));
		return Diameters.bidirectional(shape, size.xMm(), size.yMm()).map(axes -> lengthMm(axes.shortAxis(), size))
				.orElse(Double.NaN);
	}

	/** With one decimal, more only if the number is below 1. */
	static String words(double number) {
		return String.format(Locale.ROOT, number < 1 ? "%.3g" : "%.1f", number).replaceAll("(\\.\\d*?)0+$", "$1")
				.replaceAll("\\.$", "");
	}

	private static double lengthMm(LineShape line, PixelSize size) {
		return lengthMm(line.from(), line.to(), size);
	}

	private static double lengthMm(Point from, Point to, PixelSize size) {
		return Math.hypot((to.x() - from.x()) * size.xMm(), (to.y() - from.y()) * size.yMm());
	}

	private static double lengthMm(PolylineShape line, PixelSize size) {
		double length = 0;
		Coordinate[] points = ShapeGeometry.of(line).getCoordinates();
		for (int i = 1; i < points.length; i++)
			length += Math.hypot((points[i].x - points[i - 1].x) * size.xMm(), (points[i].y - points[i - 1].y) * size.yMm());
		return length;
	}
}
