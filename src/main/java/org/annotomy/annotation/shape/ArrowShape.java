package org.annotomy.annotation.shape;

import org.annotomy.geometry.Box;
import org.annotomy.geometry.Point;

/**
 * An arrow that points at {@code to}.
 *
 * @param headStyle {@code filled}, {@code notched}, {@code open}, {@code headless} or {@code bar}
 * @param headSize in screen pixels, as ImageJ has it
 * @param doubleHeaded whether both ends have a head
 * @param outline whether only the outline is drawn
 */
public record ArrowShape(Point from, Point to, String headStyle, double headSize, boolean doubleHeaded,
		boolean outline) implements Shape {

	@Override
	public ShapeKind kind() {
		return ShapeKind.ARROW;
	}

	@Override
	public Box bounds() {
		return Box.around(new double[]{from.x(), from.y(), to.x(), to.y()});
	}

	@Override
	public ArrowShape translate(double dx, double dy) {
		return new ArrowShape(from.plus(dx, dy), to.plus(dx, dy), headStyle, headSize, doubleHeaded, outline);
	}
}
