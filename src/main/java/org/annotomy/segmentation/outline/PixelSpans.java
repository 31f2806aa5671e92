package org.annotomy.segmentation.outline;

import java.util.ArrayList;
import java.util.List;

import org.annotomy.annotation.shape.EllipseShape;
import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.annotation.shape.PolygonShape.Origin;
import org.annotomy.annotation.shape.RectangleShape;
import org.annotomy.annotation.shape.Ring;
import org.annotomy.annotation.shape.RotatedRectangleShape;
import org.annotomy.annotation.shape.Shape;
import org.annotomy.annotation.shape.ShapeGeometry;
import org.annotomy.geometry.Vertices;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * Which pixels a shape covers. A pixel belongs to an area if its centre lies inside: even-odd within a part, all parts together. Ties are
 * settled as in ImageJ: a centre on a left or top edge is outside, on a right or bottom edge inside (class comment of
 * {@code ij.process.PolygonFiller}); so neighbours share no pixel and miss none. Upright ellipses take their border in, as ImageJ's ovals.
 * A point covers the pixel that it lies in, a line those that Bresenham's way passes.
 */
public final class PixelSpans {

	/** Chords of rounded corners and splines stay this close to them, in pixels: as near as ImageJ fills them. */
	private static final double CHORD_ERROR_PX = 0.01;

	/** Takes pixels {@code fromX} to {@code toX − 1} of row {@code y}. */
	@FunctionalInterface
	public interface Spans {

		void span(int y, int fromX, int toX);
	}

	private final int width;
	private final int firstRow;
	private final int endRow;
	private final SpanFiller filler;

	/** For many shapes in some rows of an image; for one thread. @param endRow behind the last one */
	PixelSpans(int width, int firstRow, int endRow) {
		this.width = width;
		this.firstRow = firstRow;
		this.endRow = endRow;
		filler = new SpanFiller(width, firstRow, endRow);
	}

	/**
	 * Calls {@code spans} for the covered pixels inside an image of {@code width × height}. Of an area each pixel comes once, row by row; of
	 * points and lines pixels may come twice.
	 */
	public static void forEach(Shape shape, int width, int height, Spans spans) {
		new PixelSpans(width, 0, height).fill(shape, spans);
	}

	/** As {@link #forEach}. */
	void fill(Shape shape, Spans spans) {
		if (shape instanceof EllipseShape ellipse) ellipse(ellipse, spans);
		else if (shape.isArea()) filler.fill(rings(shape), spans);
		else new LineCells(width, endRow, (y, from, to) -> {
			if (y >= firstRow) spans.span(y, from, to);
		}).add(shape);
	}

	/** Rings by part: pixels count even-odd within a part and once over all parts. */
	private static List<List<Vertices>> rings(Shape shape) {
		if (shape instanceof RotatedRectangleShape s) return List.of(List.of(s.corners()));
		if (shape instanceof PolygonShape s && s.origin() != Origin.SPLINE)
			return s.parts().stream().map(PixelSpans::rings).toList();
		if (shape instanceof RectangleShape s && s.cornerDiameter() == 0) {
			double x = s.box().x();
			double y = s.box().y();
			return List.of(List.of(Vertices.of(x, y, s.box().maxX(), y, s.box().maxX(), s.box().maxY(), x, s.box().maxY())));
		}
		List<List<Vertices>> parts = new ArrayList<>();
		Geometry curved = ShapeGeometry.of(shape, CHORD_ERROR_PX);
		for (int i = 0; i < curved.getNumGeometries(); i++)
			parts.add(List.of(ShapeGeometry.vertices(((Polygon) curved.getGeometryN(i)).getExteriorRing())));
		return parts;
	}

	private static List<Vertices> rings(Ring part) {
		List<Vertices> rings = new ArrayList<>();
		rings.add(part.shell());
		rings.addAll(part.holes());
		return rings;
	}

	/** Solves (x, y) of the border for each row: exact, and independent of any chord. */
	private void ellipse(EllipseShape e, Spans spans) {
		double a = e.firstRadius();
		double b = e.secondRadius();
		double cos = e.upright() ? 1 : Math.cos(e.angle());
		double sin = e.upright() ? 0 : Math.sin(e.angle());
		double qa = cos * cos / (a * a) + sin * sin / (b * b);
		int first = (int) Math.max(firstRow, Math.ceil(e.bounds().y() - 0.5));
		int last = (int) Math.min(endRow - 1.0, Math.floor(e.bounds().maxY() - 0.5));
		for (int y = first; y <= last; y++) {
			double dy = y + 0.5 - e.centre().y();
			double qb = 2 * dy * cos * sin * (1 / (a * a) - 1 / (b * b));
			double qc = dy * dy * (sin * sin / (a * a) + cos * cos / (b * b)) - 1;
			double root = Math.sqrt(Math.max(0, qb * qb - 4 * qa * qc));
			double middle = e.centre().x() - qb / (2 * qa) - 0.5;
			int from = (int) Math.max(0, Math.ceil(middle - root / (2 * qa) - 1e-9));
			int to = (int) Math.min(width, Math.floor(middle + root / (2 * qa) + 1e-9) + 1);
			if (from < to) spans.span(y, from, to);
		}
	}
}
