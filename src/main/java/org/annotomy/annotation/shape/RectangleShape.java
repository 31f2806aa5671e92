package org.annotomy.annotation.shape;

import org.annotomy.geometry.Box;

/**
 * An upright rectangle.
 *
 * @param cornerDiameter of rounded corners in pixels; 0 for sharp ones
 */
public record RectangleShape(Box box, double cornerDiameter) implements Shape {

	public static RectangleShape of(double x, double y, double width, double height) {
		return new RectangleShape(new Box(x, y, width, height), 0);
	}

	@Override
	public ShapeKind kind() {
		return ShapeKind.RECTANGLE;
	}

	@Override
	public Box bounds() {
		return box;
	}

	@Override
	public RectangleShape translate(double dx, double dy) {
		return new RectangleShape(box.translate(dx, dy), cornerDiameter);
	}
}
