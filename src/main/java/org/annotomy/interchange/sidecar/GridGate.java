package org.annotomy.interchange.sidecar;

import java.util.ArrayList;
import java.util.List;

import org.annotomy.annotation.shape.ShapeGeometry;
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
	/** Within this the orientation of three grid points is computed exactly in longs. */
	private static final long EXACT_BELOW = 1L << 30;
	/** Up to here all pairs of edges are compared; longer rings are left to JTS's sweep. */
	private static final int FEW_EDGES = 96;

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
		int n = ring.length / 2;
		if (n > FEW_EDGES) return false;
		long[] x = new long[n + 2];
		long[] y = new long[n + 2];
		for (int i = 0; i < n + 2; i++) {
			x[i] = cell(ring[2 * (i % n)]);
			y[i] = cell(ring[2 * (i % n) + 1]);
			if (Math.abs(x[i]) >= EXACT_BELOW || Math.abs(y[i]) >= EXACT_BELOW) return false;
		}
		for (int i = 0; i < n; i++)
			if (side(x, y, i, i + 1, i + 2) == 0) return false;
		for (int i = 0; i < n - 2; i++)
			if (mayTouchLater(x, y, i, i == 0 ? n - 1 : n)) return false;
		return true;
	}

	/** Whether edge i (from point i to i + 1) has a point in common with one of the edges from i + 2 up to {@code end}. */
	private static boolean mayTouchLater(long[] x, long[] y, int i, int end) {
		long left = Math.min(x[i], x[i + 1]);
		long right = Math.max(x[i], x[i + 1]);
		long top = Math.min(y[i], y[i + 1]);
		long bottom = Math.max(y[i], y[i + 1]);
		for (int k = i + 2; k < end; k++) {
			long x1 = x[k];
			long x2 = x[k + 1];
			if (x1 < left && x2 < left || x1 > right && x2 > right) continue;
			long y1 = y[k];
			long y2 = y[k + 1];
			if (y1 < top && y2 < top || y1 > bottom && y2 > bottom) continue;
			if (side(x, y, i, i + 1, k) * side(x, y, i, i + 1, k + 1) <= 0
					&& side(x, y, k, k + 1, i) * side(x, y, k, k + 1, i + 1) <= 0)
				return true;
		}
		return false;
	}

	/** On which side of the line from a to b point c lies: −1, 0 or 1. */
	private static int side(long[] x, long[] y, int a, int b, int c) {
		return Long.signum((x[b] - x[a]) * (y[c] - y[a]) - (y[b] - y[a]) * (x[c] - x[a]));
	}
}
