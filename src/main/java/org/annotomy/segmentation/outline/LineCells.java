package org.annotomy.segmentation.outline;

import org.annotomy.annotation.shape.Shape;
import org.annotomy.annotation.shape.ShapeGeometry;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/** The pixels that points lie in and lines pass, as far as they are inside the image. */
final class LineCells {

	private final int width;
	private final int height;
	private final PixelSpans.Spans spans;

	LineCells(int width, int height, PixelSpans.Spans spans) {
		this.width = width;
		this.height = height;
		this.spans = spans;
	}

	/** Adds nothing for shapes that are neither points nor lines. */
	void add(Shape shape) {
		Geometry geometry = ShapeGeometry.of(shape);
		for (int i = 0; i < geometry.getNumGeometries(); i++) {
			Geometry part = geometry.getGeometryN(i);
			Coordinate[] way = part.getCoordinates();
			if (part.getDimension() == 0) cell(way[0].x, way[0].y);
			if (part instanceof LineString)
				for (int k = 1; k < way.length; k++)
					line(way[k - 1], way[k]);
		}
	}

	/** One pixel per step along the longer axis; only the steps inside the image are taken, however long the line is. */
	private void line(Coordinate from, Coordinate to) {
		double dx = to.x - from.x;
		double dy = to.y - from.y;
		double steps = Math.max(Math.abs(Math.floor(to.x) - Math.floor(from.x)), Math.abs(Math.floor(to.y) - Math.floor(from.y)));
		double begin = Math.max(0, Math.max(enters(from.x, dx, width), enters(from.y, dy, height)));
		double end = Math.min(1, Math.min(leaves(from.x, dx, width), leaves(from.y, dy, height)));
		for (double i = Math.floor(begin * steps); i <= Math.ceil(end * steps); i++) {
			double share = steps == 0 ? 0 : i / steps;
			cell(from.x + share * dx, from.y + share * dy);
		}
	}

	/** The share of the way after which the coordinate is inside 0 to size. */
	private static double enters(double from, double way, int size) {
		if (way == 0) return from >= 0 && from <= size ? 0 : 2;
		return (way > 0 ? -from : size - from) / way;
	}

	/** The share of the way after which the coordinate is outside again. */
	private static double leaves(double from, double way, int size) {
		if (way == 0) return from >= 0 && from <= size ? 1 : -1;
		return (way > 0 ? size - from : -from) / way;
	}

	private void cell(double x, double y) {
		if (x >= 0 && y >= 0 && x < width && y < height) spans.span((int) y, (int) x, (int) x + 1);
	}
}
