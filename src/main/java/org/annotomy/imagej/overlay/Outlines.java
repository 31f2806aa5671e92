package org.annotomy.imagej.overlay;

import java.util.ArrayList;
import java.util.List;

import org.annotomy.annotation.shape.EllipseShape;
import org.annotomy.annotation.shape.PointsShape;
import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.annotation.shape.PolygonShape.Origin;
import org.annotomy.annotation.shape.Ring;
import org.annotomy.annotation.shape.RotatedRectangleShape;
import org.annotomy.annotation.shape.Shape;
import org.annotomy.annotation.shape.ShapeGeometry;
import org.annotomy.geometry.Vertices;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/** The lines that a shape is drawn with, as x0 y0 x1 y1 … in image pixels; rings without a closing point. */
public final class Outlines {

	/** Curves may be off by this much: not to be seen below a zoom of 20. */
	private static final double CHORD_ERROR_PX = 0.02;

	private Outlines() {}

	public static List<double[]> of(Shape shape) {
		if (shape instanceof PointsShape s) return List.of(s.points().toArray());
		if (shape instanceof EllipseShape s) return List.of(s.outline(CHORD_ERROR_PX).toArray());
		if (shape instanceof RotatedRectangleShape s) return List.of(s.corners().toArray());
		if (shape instanceof PolygonShape s && s.origin() != Origin.SPLINE) return rings(s);
		List<double[]> lines = new ArrayList<>();
		Geometry geometry = ShapeGeometry.of(shape, CHORD_ERROR_PX);
		for (int i = 0; i < geometry.getNumGeometries(); i++) {
			Geometry part = geometry.getGeometryN(i);
			lines.add(open(part instanceof Polygon polygon ? polygon.getExteriorRing() : (LineString) part));
		}
		return lines;
	}

	private static double[] open(LineString line) {
		boolean ring = line instanceof org.locationtech.jts.geom.LinearRing;
		if (ring) return ShapeGeometry.vertices(line).toArray();
		double[] xy = new double[2 * line.getNumPoints()];
		for (int i = 0; i < line.getNumPoints(); i++) {
			xy[2 * i] = line.getCoordinateN(i).x;
			xy[2 * i + 1] = line.getCoordinateN(i).y;
		}
		return xy;
	}

	private static List<double[]> rings(PolygonShape shape) {
		List<double[]> rings = new ArrayList<>();
		for (Ring part : shape.parts()) {
			rings.add(part.shell().toArray());
			part.holes().stream().map(Vertices::toArray).forEach(rings::add);
		}
		return rings;
	}
}
