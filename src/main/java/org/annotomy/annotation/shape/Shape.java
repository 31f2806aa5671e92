package org.annotomy.annotation.shape;

import org.annotomy.geometry.Box;

/** An immutable mark in the plane of an image: pixels of level 0, pixel-corner frame (pixel (i, j) covers [i, i+1) × [j, j+1)). */
public sealed interface Shape
		permits PointsShape, LineShape, ArrowShape, PolylineShape, AngleShape, BidirectionalShape, RectangleShape,
		RotatedRectangleShape, EllipseShape, PolygonShape, TextShape {

	ShapeKind kind();

	/** The smallest upright rectangle around the outline, without the stroke's width. */
	Box bounds();

	Shape translate(double dx, double dy);

	/** Whether the shape encloses an area. */
	default boolean isArea() {
		return switch (kind()) {
			case RECTANGLE, ROTATED_RECTANGLE, ELLIPSE, POLYGON, FREEHAND -> true;
			default -> false;
		};
	}
}
