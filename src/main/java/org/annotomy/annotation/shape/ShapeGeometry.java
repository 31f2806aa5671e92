package org.annotomy.annotation.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.annotomy.annotation.shape.PolygonShape.Origin;
import org.annotomy.geometry.Box;
import org.annotomy.geometry.Point;
import org.annotomy.geometry.Vertices;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;

/**
 * Shapes as JTS geometries and back. Coordinates are taken over as they are: pixels of level 0, pixel-corner frame, y down, full double
 * precision; nothing is rounded. JTS knows no ellipse and no spline: both become lines whose chords stay within a given distance of the
 * curve. {@link #of} is the shape as it was drawn and may be invalid (a bow-tie); {@link #area} is always valid.
 * <table>
 * <caption>Kinds</caption>
 * <tr><th>shape</th><th>geometry</th></tr>
 * <tr><td>one point / several</td><td>Point / MultiPoint, in the order of drawing</td></tr>
 * <tr><td>line, arrow, polyline, free line, angle</td><td>LineString in the direction of drawing (a line without length keeps its two
 * equal points)</td></tr>
 * <tr><td>bidirectional</td><td>MultiLineString: long axis, short axis</td></tr>
 * <tr><td>rectangle, rotated rectangle, ellipse, text (its box)</td><td>Polygon</td></tr>
 * <tr><td>polygon of one part / several</td><td>Polygon / MultiPolygon, rings closed, in their own direction</td></tr>
 * </table>
 */
public final class ShapeGeometry {

	/** Largest distance between a curve and the chords that stand for it, in pixels, where the caller does not say. */
	public static final double CHORD_ERROR_PX = 0.1;

	/** Floating precision, no spatial reference; safe to share. */
	public static final GeometryFactory FACTORY = new GeometryFactory();

	private ShapeGeometry() {}

	/** The shape as drawn, curves within {@link #CHORD_ERROR_PX}. */
	public static Geometry of(Shape shape) {
		return of(shape, CHORD_ERROR_PX);
	}

	/** The shape as drawn; not empty, perhaps invalid. @param chordErrorPx for ellipses, round corners and splines, above 0 */
	public static Geometry of(Shape shape, double chordErrorPx) {
		if (shape instanceof PointsShape s) return points(s.points());
		if (shape instanceof LineShape s) return line(s.from(), s.to());
		if (shape instanceof ArrowShape s) return line(s.from(), s.to());
		if (shape instanceof AngleShape s) return line(s.first(), s.vertex(), s.second());
		if (shape instanceof PolylineShape s)
			return line(s.spline() ? SplineCurve.through(s.vertices(), false, chordErrorPx) : s.vertices());
		if (shape instanceof BidirectionalShape s)
			return FACTORY.createMultiLineString(new LineString[]{line(s.longAxis().from(), s.longAxis().to()),
					line(s.shortAxis().from(), s.shortAxis().to())});
		if (shape instanceof PolygonShape s) return polygon(s, chordErrorPx);
		return FACTORY.createPolygon(ring(outline(shape, chordErrorPx)));
	}

	/** The area of the shape, curves within {@link #CHORD_ERROR_PX}. */
	public static Geometry area(Shape shape) {
		return area(shape, CHORD_ERROR_PX);
	}

	/**
	 * The area that the shape encloses, always valid: what an outline that crosses itself encloses an odd number of times. Empty for
	 * shapes without an area (lines, points, texts, a rectangle of width 0).
	 *
	 * @param chordErrorPx for ellipses, round corners and splines, above 0
	 * @return a Polygon or MultiPolygon
	 */
	public static Geometry area(Shape shape, double chordErrorPx) {
		if (!shape.isArea()) return FACTORY.createPolygon();
		Geometry drawn = of(shape, chordErrorPx);
		return new IsValidOp(drawn).isValid() ? drawn : EvenOddArea.of(drawn);
	}

	/**
	 * The shape of a polygonal geometry: each polygon becomes a part, smaller pieces such as lines and points are left out.
	 *
	 * @return empty if there is no area
	 */
	public static Optional<PolygonShape> toPolygon(Geometry geometry, Origin origin) {
		List<Ring> parts = new ArrayList<>();
		collectParts(geometry, parts);
		return parts.isEmpty() ? Optional.empty() : Optional.of(new PolygonShape(parts, origin));
	}

	/** A closed JTS ring from points whose last one is not the first one again. */
	public static LinearRing ring(Vertices open) {
		return FACTORY.createLinearRing(coordinates(open, true));
	}

	/** The points of a JTS ring or line; a closing point is left out. */
	public static Vertices vertices(LineString line) {
		int count = line.isClosed() && line.getNumPoints() > 1 ? line.getNumPoints() - 1 : line.getNumPoints();
		double[] xy = new double[2 * count];
		for (int i = 0; i < count; i++) {
			xy[2 * i] = line.getCoordinateSequence().getX(i);
			xy[2 * i + 1] = line.getCoordinateSequence().getY(i);
		}
		return Vertices.adopt(xy);
	}

	private static void collectParts(Geometry geometry, List<Ring> parts) {
		for (int i = 0; i < geometry.getNumGeometries(); i++) {
			Geometry part = geometry.getGeometryN(i);
			if (part instanceof Polygon polygon && !polygon.isEmpty()) parts.add(part(polygon));
			else if (part.getNumGeometries() > 1) collectParts(part, parts);
		}
	}

	private static Ring part(Polygon polygon) {
		List<Vertices> holes = new ArrayList<>();
		for (int i = 0; i < polygon.getNumInteriorRing(); i++)
			holes.add(vertices(polygon.getInteriorRingN(i)));
		return new Ring(vertices(polygon.getExteriorRing()), holes);
	}

	private static Geometry points(Vertices points) {
		Coordinate[] coordinates = coordinates(points, false);
		return coordinates.length == 1
				? FACTORY.createPoint(coordinates[0])
				: FACTORY.createMultiPointFromCoords(coordinates);
	}

	private static LineString line(Point... points) {
		return line(Vertices.of(List.of(points)));
	}

	private static LineString line(Vertices points) {
		return FACTORY.createLineString(coordinates(points, false));
	}

	private static Geometry polygon(PolygonShape shape, double chordErrorPx) {
		Polygon[] parts = shape.parts().stream().map(part -> polygon(part, shape.origin(), chordErrorPx)).toArray(Polygon[]::new);
		return parts.length == 1 ? parts[0] : FACTORY.createMultiPolygon(parts);
	}

	private static Polygon polygon(Ring part, Origin origin, double chordErrorPx) {
		Vertices shell = origin == Origin.SPLINE ? SplineCurve.through(part.shell(), true, chordErrorPx) : part.shell();
		return FACTORY.createPolygon(ring(shell), part.holes().stream().map(ShapeGeometry::ring).toArray(LinearRing[]::new));
	}

	private static Vertices outline(Shape shape, double chordErrorPx) {
		if (shape instanceof EllipseShape s) return s.outline(chordErrorPx);
		if (shape instanceof RotatedRectangleShape s) return s.corners();
		if (shape instanceof RectangleShape s && s.cornerDiameter() > 0) return roundedOutline(s, chordErrorPx);
		return corners(shape.bounds());
	}

	private static Vertices corners(Box box) {
		return Vertices.of(box.x(), box.y(), box.maxX(), box.y(), box.maxX(), box.maxY(), box.x(), box.maxY());
	}

	/** Quarters of one ellipse pushed into the corners, as Java's RoundRectangle2D has them. */
	private static Vertices roundedOutline(RectangleShape shape, double chordErrorPx) {
		Box box = shape.box();
		double width = Math.min(shape.cornerDiameter(), box.width());
		double height = Math.min(shape.cornerDiameter(), box.height());
		if (!(width > 0 && height > 0)) return corners(box);
		Vertices ellipse = EllipseShape.inside(new Box(0, 0, width, height)).outline(chordErrorPx);
		int quarter = ellipse.size() / 4;
		double[] xy = new double[2 * (ellipse.size() + 4)];
		int at = 0;
		for (int corner = 0; corner < 4; corner++)
			for (int i = 0; i <= quarter; i++) {
				int k = (corner * quarter + i) % ellipse.size();
				xy[at++] = box.x() + ellipse.x(k) + (corner == 0 || corner == 3 ? box.width() - width : 0);
				xy[at++] = box.y() + ellipse.y(k) + (corner < 2 ? box.height() - height : 0);
			}
		return Vertices.adopt(xy);
	}

	private static Coordinate[] coordinates(Vertices points, boolean closed) {
		int count = points.size();
		Coordinate[] coordinates = new Coordinate[count + (closed ? 1 : 0)];
		for (int i = 0; i < count; i++)
			coordinates[i] = new Coordinate(points.x(i), points.y(i));
		if (closed) coordinates[count] = coordinates[0].copy();
		return coordinates;
	}
}
