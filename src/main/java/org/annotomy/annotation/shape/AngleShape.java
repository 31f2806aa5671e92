package org.annotomy.annotation.shape;

import org.annotomy.geometry.Box;
import org.annotomy.geometry.Point;

/** The angle at {@code vertex} between the ways to {@code first} and {@code second}. */
public record AngleShape(Point first, Point vertex, Point second) implements Shape {

	@Override
	public ShapeKind kind() {
		return ShapeKind.ANGLE;
	}

	@Override
	public Box bounds() {
		return Box.around(new double[]{first.x(), first.y(), vertex.x(), vertex.y(), second.x(), second.y()});
	}

	@Override
	public AngleShape translate(double dx, double dy) {
		return new AngleShape(first.plus(dx, dy), vertex.plus(dx, dy), second.plus(dx, dy));
	}
}
