package org.annotomy.annotation.shape;

import java.util.List;

import org.annotomy.geometry.Box;
import org.annotomy.geometry.Vertices;

/**
 * An area by its outline: one part or several, each with holes. A pixel belongs to it if its centre is inside (even-odd; ties as in ImageJ:
 * left and top edges outside, right and bottom edges inside).
 *
 * @param parts at least one
 * @param origin how it was drawn
 */
public record PolygonShape(List<Ring> parts, Origin origin) implements Shape {

	/** How the outline came about. */
	public enum Origin {
		/** Corner by corner. */
		POLYGON,
		/** In one stroke. */
		FREEHAND,
		/** Along pixel edges, as the wand does. */
		TRACED,
		/** The vertices are the knots of a closed cubic spline. */
		SPLINE,
		/** Combined from several selections (ImageJ's composite), or made by a brush. */
		COMPOSITE
	}

	/** @throws IllegalArgumentException if there is no part, or a spline has holes or several parts */
	public PolygonShape {
		parts = List.copyOf(parts);
		if (parts.isEmpty()) throw new IllegalArgumentException("A polygon needs at least one part.");
		if (origin == Origin.SPLINE && (parts.size() > 1 || !parts.get(0).holes().isEmpty()))
			throw new IllegalArgumentException("A spline has one outline and no holes.");
	}

	/** One outline without holes, given as x0 y0 x1 y1 …. */
	public static PolygonShape of(double... xy) {
		return of(Vertices.of(xy), Origin.POLYGON);
	}

	public static PolygonShape of(Vertices shell, Origin origin) {
		return new PolygonShape(List.of(Ring.of(shell)), origin);
	}

	/** Whether it is one outline without holes. */
	public boolean isSimple() {
		return parts.size() == 1 && parts.get(0).holes().isEmpty();
	}

	@Override
	public ShapeKind kind() {
		return origin == Origin.FREEHAND ? ShapeKind.FREEHAND : ShapeKind.POLYGON;
	}

	@Override
	public Box bounds() {
		Box bounds = parts.get(0).shell().bounds();
		for (Ring part : parts)
			bounds = bounds.union(part.shell().bounds());
		return bounds;
	}

	@Override
	public PolygonShape translate(double dx, double dy) {
		return new PolygonShape(parts.stream().map(part -> part.translate(dx, dy)).toList(), origin);
	}
}
