package org.annotomy.segmentation.outline;

import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.annotation.shape.PolygonShape.Origin;
import org.annotomy.annotation.shape.ShapeGeometry;
import org.annotomy.geometry.Point;
import org.annotomy.geometry.Vertices;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/** The area that a round brush covers on its way. */
public final class BrushStroke {

	/** Shorter arcs than an eighth of a quadrant serve nobody, longer ones than this make a circle of thousands of points. */
	private static final int MOST_SEGMENTS_PER_QUADRANT = 256;
	private static final int FEWEST_SEGMENTS_PER_QUADRANT = 2;

	private BrushStroke() {}

	/**
	 * @param path where the brush's centre went; one point makes a disc
	 * @param diameter of the brush in pixels, above 0
	 * @param tolerancePx how far the outline may lie from the true one, above 0; 0.1 is finer than any mouse
	 * @throws IllegalArgumentException if the path is empty, or diameter or tolerance is not above 0
	 */
	public static PolygonShape area(Vertices path, double diameter, double tolerancePx) {
		if (path.size() == 0) throw new IllegalArgumentException("A brush stroke needs at least one point.");
		if (!(diameter > 0 && tolerancePx > 0))
			throw new IllegalArgumentException("A brush needs a diameter and a tolerance above 0.");
		double radius = diameter / 2;
		BufferParameters round = new BufferParameters(quadrantSegments(radius, tolerancePx / 2), BufferParameters.CAP_ROUND);
		// The simplified way stays within its share of the tolerance, and so does its border.
		round.setSimplifyFactor(Math.min(0.01, tolerancePx / 2 / radius));
		Geometry area = BufferOp.bufferOp(way(path, tolerancePx / 2), radius, round);
		return ShapeGeometry.toPolygon(area, Origin.COMPOSITE).orElseGet(() -> speck(path.get(0), radius));
	}

	/** A brush too small for the buffer's arithmetic still marks something. */
	private static PolygonShape speck(Point at, double radius) {
		return PolygonShape.of(at.x() - radius, at.y() - radius, at.x() + radius, at.y() - radius, at.x() + radius,
				at.y() + radius, at.x() - radius, at.y() + radius);
	}

	private static Geometry way(Vertices path, double tolerancePx) {
		Coordinate[] coordinates = new Coordinate[path.size()];
		for (int i = 0; i < coordinates.length; i++)
			coordinates[i] = new Coordinate(path.x(i), path.y(i));
		if (coordinates.length == 1) return ShapeGeometry.FACTORY.createPoint(coordinates[0]);
		Geometry line = ShapeGeometry.FACTORY.createLineString(coordinates);
		return coordinates.length == 2 ? line : DouglasPeuckerSimplifier.simplify(line, tolerancePx);
	}

	/** Chords of a circle stay within {@code sagitta} if each spans at most 2 acos(1 − sagitta / radius). */
	private static int quadrantSegments(double radius, double sagitta) {
		double step = 2 * Math.acos(Math.max(0, 1 - sagitta / radius));
		int segments = (int) Math.ceil(Math.PI / 2 / step);
		return Math.max(FEWEST_SEGMENTS_PER_QUADRANT, Math.min(MOST_SEGMENTS_PER_QUADRANT, segments));
	}
}
