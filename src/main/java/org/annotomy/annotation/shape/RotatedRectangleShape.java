package org.annotomy.annotation.shape;

import org.annotomy.geometry.Box;
import org.annotomy.geometry.Point;
import org.annotomy.geometry.Vertices;

/**
 * A rectangle at any angle, as ImageJ holds it.
 *
 * @param from middle of one short side
 * @param to middle of the opposite side
 * @param width across the line between them, in pixels, above 0
 */
public record RotatedRectangleShape(Point from, Point to, double width) implements Shape {

	/** @throws IllegalArgumentException if the width is not above 0 */
	public RotatedRectangleShape {
		if (!(width > 0) || Double.isInfinite(width))
			throw new IllegalArgumentException("A rotated rectangle needs a width above 0, not " + width + ".");
	}

	/** The four corners, in order. */
	public Vertices corners() {
		double length = from.distanceTo(to);
		double nx = length == 0 ? 0 : -(to.y() - from.y()) / length * width / 2;
		double ny = length == 0 ? width / 2 : (to.x() - from.x()) / length * width / 2;
		return Vertices.of(from.x() + nx, from.y() + ny, from.x() - nx, from.y() - ny, to.x() - nx, to.y() - ny, to.x() + nx,
				to.y() + ny);
	}

	@Override
	public ShapeKind kind() {
		return ShapeKind.ROTATED_RECTANGLE;
	}

	@Override
	public Box bounds() {
		return corners().bounds();
	}

	@Override
	public RotatedRectangleShape translate(double dx, double dy) {
		return new RotatedRectangleShape(from.plus(dx, dy), to.plus(dx, dy), width);
	}
}
