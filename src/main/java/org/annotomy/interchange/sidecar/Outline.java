package org.annotomy.interchange.sidecar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.annotation.shape.Ring;
import org.annotomy.annotation.shape.Shape;
import org.annotomy.annotation.shape.ShapeGeometry;
import org.annotomy.annotation.shape.TextShape;
import org.annotomy.geometry.Vertices;
import org.annotomy.interchange.sidecar.GeoGeometry.Kind;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.precision.GeometryPrecisionReducer;

/**
 * What other programs are to see of a shape: a geometry with at most three decimals that QuPath can place. An outline that crosses itself
 * becomes the area that it encloses.
 *
 * @param geometry passes {@link GridGate}
 * @param exact whether the points of the geometry are those of the shape, bit by bit (for polygons, once {@code turned} is undone)
 * @param turned whether all rings of a polygon were turned round: shells are to have a positive area, holes a negative one
 */
record Outline(GeoGeometry geometry, boolean exact, boolean turned) {

	/** Largest distance between a curve and its chords; ImageJ's splines and round corners too. */
	private static final double CHORD_ERROR_PX = 0.05;

	/** Empty if nothing of the shape can be placed: it has no length or area, or a coordinate is not finite. */
	static Optional<Outline> of(Shape shape) {
		try {
			Outline drawn = drawn(shape);
			if (GridGate.problem(drawn.geometry) == null) return Optional.of(drawn);
			if (shape.isArea()) return repaired(ShapeGeometry.area(shape, CHORD_ERROR_PX));
			return shape instanceof TextShape text
					? Optional.of(inexact(Kind.POINT, new double[][][]{{{text.box().x(), text.box().y()}}}))
					: Optional.empty();
		} catch (IllegalArgumentException e) {
			return Optional.empty(); // JTS and Vertices refuse what is not finite
		}
	}

	/** The same, but not asked whether it can be placed; empty if a coordinate is not finite. */
	static Optional<Outline> unjudged(Shape shape) {
		try {
			return Optional.of(drawn(shape));
		} catch (IllegalArgumentException e) {
			return Optional.empty(); // as above
		}
	}

	private static Outline drawn(Shape shape) {
		boolean rings = shape instanceof PolygonShape polygon && polygon.origin() != PolygonShape.Origin.SPLINE;
		return rings ? ofRings((PolygonShape) shape) : ofGeometry(shape);
	}

	private static Outline ofRings(PolygonShape shape) {
		List<Ring> rings = shape.parts();
		double[][][] parts = new double[rings.size()][][];
		Turning turning = new Turning();
		for (int i = 0; i < parts.length; i++) {
			List<Vertices> holes = rings.get(i).holes();
			parts[i] = new double[1 + holes.size()][];
			parts[i][0] = turning.turn(rings.get(i).shell().toArray(), true);
			for (int k = 0; k < holes.size(); k++)
				parts[i][k + 1] = turning.turn(holes.get(k).toArray(), false);
		}
		boolean exact = round(parts) && (turning.turned == 0 || turning.kept == 0);
		return new Outline(new GeoGeometry(parts.length == 1 ? Kind.POLYGON : Kind.MULTI_POLYGON, parts, false), exact,
				turning.turned > 0);
	}

	private static Outline ofGeometry(Shape shape) {
		Geometry geometry = ShapeGeometry.of(shape, CHORD_ERROR_PX);
		GeoGeometry.Kind kind = Kind.of(geometry.getGeometryType()).orElseThrow();
		double[][][] parts = kind.isArea() ? polygons(geometry) : runs(geometry, kind);
		boolean exact = round(parts);
		if (kind == Kind.MULTI_LINE_STRING) return ofLines(parts[0]);
		boolean ellipse = shape instanceof org.annotomy.annotation.shape.EllipseShape e && e.upright();
		return new Outline(new GeoGeometry(kind, parts, ellipse), exact, false);
	}

	/** A line without length is left out: the others can still be shown. */
	private static Outline ofLines(double[][] lines) {
		List<double[]> extended = new ArrayList<>();
		for (double[] line : lines)
			if (GridGate.hasLength(line)) extended.add(line);
		if (extended.size() == 1) return inexact(Kind.LINE_STRING, new double[][][]{{extended.get(0)}});
		return inexact(Kind.MULTI_LINE_STRING, new double[][][]{lines});
	}

	private static Optional<Outline> repaired(Geometry area) {
		if (area.isEmpty()) return Optional.empty();
		Geometry onGrid = GeometryPrecisionReducer.reduce(area, new PrecisionModel(GridGate.CELLS_PER_PIXEL)).norm();
		if (onGrid.isEmpty() || onGrid.getDimension() < 2) return Optional.empty();
		double[][][] parts = polygons(onGrid);
		Outline outline = inexact(parts.length == 1 ? Kind.POLYGON : Kind.MULTI_POLYGON, parts);
		return GridGate.problem(outline.geometry) == null ? Optional.of(outline) : Optional.empty();
	}

	private static Outline inexact(Kind kind, double[][][] parts) {
		round(parts);
		return new Outline(new GeoGeometry(kind, parts, false), false, false);
	}

	private static double[][][] polygons(Geometry geometry) {
		double[][][] parts = new double[geometry.getNumGeometries()][][];
		Turning turning = new Turning();
		for (int i = 0; i < parts.length; i++) {
			Polygon polygon = (Polygon) geometry.getGeometryN(i);
			parts[i] = new double[1 + polygon.getNumInteriorRing()][];
			parts[i][0] = turning.turn(points(polygon.getExteriorRing(), true), true);
			for (int k = 0; k < polygon.getNumInteriorRing(); k++)
				parts[i][k + 1] = turning.turn(points(polygon.getInteriorRingN(k), true), false);
		}
		return parts;
	}

	private static double[][][] runs(Geometry geometry, Kind kind) {
		if (kind == Kind.LINE_STRING) return new double[][][]{{points((LineString) geometry, false)}};
		if (kind == Kind.MULTI_LINE_STRING) {
			double[][] lines = new double[geometry.getNumGeometries()][];
			for (int i = 0; i < lines.length; i++)
				lines[i] = points((LineString) geometry.getGeometryN(i), false);
			return new double[][][]{lines};
		}
		double[] xy = new double[2 * geometry.getNumGeometries()];
		for (int i = 0; i < geometry.getNumGeometries(); i++) {
			xy[2 * i] = geometry.getGeometryN(i).getCoordinate().x;
			xy[2 * i + 1] = geometry.getGeometryN(i).getCoordinate().y;
		}
		return new double[][][]{{xy}};
	}

	private static double[] points(LineString line, boolean open) {
		CoordinateSequence sequence = line.getCoordinateSequence();
		double[] xy = new double[2 * (sequence.size() - (open ? 1 : 0))];
		for (int i = 0; i < xy.length; i++)
			xy[i] = sequence.getOrdinate(i / 2, i % 2);
		return xy;
	}

	/** Rounds in place. @return whether nothing changed */
	private static boolean round(double[][][] parts) {
		boolean same = true;
		for (double[][] part : parts)
			for (double[] run : part)
				for (int i = 0; i < run.length; i++) {
					same &= Decimals.isRound(run[i]);
					run[i] = Decimals.round(run[i]);
				}
		return same;
	}

	/** Brings rings into their direction, in place, and counts which were not. */
	private static final class Turning {

		private int turned;
		private int kept;

		double[] turn(double[] ring, boolean shell) {
			double area = Rings.doubleArea(ring);
			if (area == 0 || area > 0 == shell) kept++;
			else {
				Rings.turn(ring);
				turned++;
			}
			return ring;
		}
	}
}
