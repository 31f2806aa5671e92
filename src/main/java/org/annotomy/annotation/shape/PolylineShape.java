package org.annotomy.annotation.shape;

import org.annotomy.geometry.Box;
import org.annotomy.geometry.Vertices;

/**
 * An open line through points.
 *
 * @param vertices at least two; of a spline, its knots
 * @param freehand whether it was drawn in one stroke
 * @param spline whether a cubic spline runs through the vertices (ImageJ's <i>Fit Spline</i>)
 */
public record PolylineShape(Vertices vertices, boolean freehand, boolean spline) implements Shape {

	/** @throws IllegalArgumentException if there are fewer than two points */
	public PolylineShape {
		if (vertices.size() < 2)
			throw new IllegalArgumentException("A line needs at least two points, not " + vertices.size() + ".");
	}

	public static PolylineShape of(double... xy) {
		return new PolylineShape(Vertices.of(xy), false, false);
	}

	@Override
	public ShapeKind kind() {
		return freehand ? ShapeKind.FREELINE : ShapeKind.POLYLINE;
	}

	@Override
	public Box bounds() {
		return vertices.bounds();
	}

	@Override
	public PolylineShape translate(double dx, double dy) {
		return new PolylineShape(vertices.translate(dx, dy), freehand, spline);
	}
}
