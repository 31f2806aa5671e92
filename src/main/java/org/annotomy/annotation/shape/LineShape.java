package org.annotomy.annotation.shape;

import org.annotomy.geometry.Box;
import org.annotomy.geometry.Point;

/** A straight line with a direction. */
public record LineShape(Point from, Point to) implements Shape {

	public double lengthPx() {
		return from.distanceTo(to);
	}

	@Override
	public ShapeKind kind() {
		return ShapeKind.LINE;
	}

	@Override
	public Box bounds() {
		return Box.around(new double[]{from.x(), from.y(), to.x(), to.y()});
	}

	@Override
	public LineShape translate(double dx, double dy) {
		return new LineShape(from.plus(dx, dy), to.plus(dx, dy));
	}
}
