package org.annotomy.interchange.sidecar;

import java.util.ArrayList;
import java.util.List;

import org.annotomy.annotation.shape.ShapeGeometry;
import org.annotomy.geometry.SimpleRing;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;

/**
 * Whether a geometry survives QuPath, which rounds to a grid of 0.01 pixels and either refuses the whole file or moves the object to (0, 0)
 * where that leaves something invalid or without extent.
 */
final class GridGate {

	static final double CELLS_PER_PIXEL = 100;

	/** No image is that large; beyond it, single precision (which QuPath holds coordinates in) cannot tell pixels apart. */
	private static final double LARGEST = 1e9;

	private GridGate() {}

	/** Why the geometry cannot be placed, or null if it can. */
	static String problem(GeoGeometry geometry) {
		for (double[][] part : geometry.parts())
			for (double[] run : part)
				for (double value : run)
					if (!(Math.abs(value) < LARGEST)) return "a coordinate is not a number or lies outside any image";
		if (geometry.kind().isLine()) {
			for (double[] line : geometry.parts()[0])
				if (!hasLength(line)) return "a line without length";
			return null;
		}
		return geometry.kind().isArea() ? areaProblem(geometry) : null;
	}

	/** Whether any two points differ on the grid. */
	static boolean hasLength(double[] line) {
		for (int i = 2; i < line.length; i++)
			if (cell(line[i]) != cell(line[i % 2])) return true;
		return false;
	}

	private static String areaProblem(GeoGeometry geometry) {
		double[][][] parts = geometry.parts();
		for (double[][] part : parts)
			for (double[] ring : part)
				if (ring.length < 6) return "a ring of fewer than three points";
		if (parts.length == 1 && parts[0].length == 1 && isSurelySimple(parts[0][0])) return null;
		Geometry onGrid = onGrid(geometry);
		IsValidOp valid = new IsValidOp(onGrid);
		if (!valid.isValid())
			return "on the grid of 0.01 pixels the outline is not valid: " + valid.getValidationError().getMessage();
		for (int i = 0; i < onGrid.getNumGeometries(); i++)
			if (!(onGrid.getGeometryN(i).getArea() > 0)) return "an outline without area";
		return null;
	}

	private static Geometry onGrid(GeoGeometry geometry) {
		GeometryFactory factory = ShapeGeometry.FACTORY;
		List<Polygon> polygons = new ArrayList<>();
		for (double[][] part : geometry.parts()) {
			LinearRing[] holes = new LinearRing[part.length - 1];
			for (int i = 0; i < holes.length; i++)
				holes[i] = ring(factory, part[i + 1]);
			polygons.add(factory.createPolygon(ring(factory, part[0]), holes));
		}
		return polygons.size() == 1 ? polygons.get(0) : factory.createMultiPolygon(polygons.toArray(Polygon[]::new));
	}

	private static LinearRing ring(GeometryFactory factory, double[] open) {
		Coordinate[] points = new Coordinate[open.length / 2 + 1];
		for (int i = 0; i < points.length - 1; i++)
			points[i] = new Coordinate(cell(open[2 * i]) / CELLS_PER_PIXEL, cell(open[2 * i + 1]) / CELLS_PER_PIXEL);
		points[points.length - 1] = points[0].copy();
		return factory.createLinearRing(points);
	}

	private static long cell(double value) {
		return Math.round(value * CELLS_PER_PIXEL);
	}

	/** True only if the ring, on the grid, touches itself nowhere: then it is valid. False means that JTS must say. */
	private static boolean isSurelySimple(double[] ring) {
		SimpleRing onGrid = new SimpleRing();
		for (int i = 0; i < ring.length; i += 2)
			onGrid.add(cell(ring[i]), cell(ring[i + 1]));
		return onGrid.isSurelySimple();
	}
}
