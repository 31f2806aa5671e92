package org.annotomy.annotation.shape;

import java.util.Arrays;
import java.util.List;

import org.annotomy.geometry.Box;
import org.annotomy.geometry.Point;
import org.annotomy.geometry.Vertices;

/**
 * One point or several, in the order of drawing.
 *
 * @param points at least one; pixel centres are at half-integers
 * @param counters ImageJ's counter of each point, or empty if all are 0
 */
public record PointsShape(Vertices points, List<Integer> counters) implements Shape {

	/** @throws IllegalArgumentException if there is no point, or a counter is missing */
	public PointsShape {
		if (points.size() == 0) throw new IllegalArgumentException("A point mark needs at least one point.");
		counters = List.copyOf(counters);
		if (!counters.isEmpty() && counters.size() != points.size())
			throw new IllegalArgumentException("There are " + points.size() + " points but " + counters.size() + " counters.");
	}

	public static PointsShape of(Point... points) {
		return new PointsShape(Vertices.of(Arrays.asList(points)), List.of());
	}

	@Override
	public ShapeKind kind() {
		return points.size() == 1 ? ShapeKind.POINT : ShapeKind.MULTIPOINT;
	}

	@Override
	public Box bounds() {
		return points.bounds();
	}

	@Override
	public PointsShape translate(double dx, double dy) {
		return new PointsShape(points.translate(dx, dy), counters);
	}
}
