package org.annotomy.annotation.shape;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Random;

import org.annotomy.geometry.Point;
import org.annotomy.geometry.Vertices;
import org.junit.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

public class DiametersTest {

	@Test
	public void rectangleOfThreeByFour() {
		BidirectionalShape axes = Diameters.bidirectional(RectangleShape.of(10, 20, 30, 40), 1, 1).orElseThrow();
		assertEquals(50, axes.longAxis().lengthPx(), 1e-12);
		// The longest chord at right angles to the diagonal starts in one of the other corners: 3 : 4 = s : 30.
		assertEquals(37.5, axes.shortAxis().lengthPx(), 1e-9);
	}

	@Test
	public void ellipseHasItsAxes() {
		EllipseShape ellipse = new EllipseShape(new Point(20, 30), new Point(140, 120), 0.6, false);
		BidirectionalShape axes = Diameters.bidirectional(ellipse, 1, 1).orElseThrow();
		assertEquals(150, axes.longAxis().lengthPx(), 0.1);
		assertEquals(90, axes.shortAxis().lengthPx(), 0.2);
	}

	/** A disc on pixels twice as high as wide is an ellipse on the screen; its diameters in mm are those of the disc. */
	@Test
	public void pixelsThatAreNotSquare() {
		EllipseShape disc = new EllipseShape(new Point(0, 50), new Point(80, 50), 0.5, true);
		BidirectionalShape axes = Diameters.bidirectional(disc, 0.5, 1).orElseThrow();
		assertEquals(40, mm(axes.longAxis(), 0.5, 1), 0.05);
		assertEquals(40, mm(axes.shortAxis(), 0.5, 1), 0.1);
		assertEquals("at right angles in millimetres", 0, dot(axes, 0.5, 1), 1e-9);
	}

	@Test
	public void concaveOutlineHasNoChordThroughItsBay() {
		// A U: the chord across stays in one arm.
		Shape u = PolygonShape.of(0, 0, 10, 0, 10, 30, 20, 30, 20, 0, 30, 0, 30, 40, 0, 40);
		BidirectionalShape axes = Diameters.bidirectional(u, 1, 1).orElseThrow();
		assertEquals(50, axes.longAxis().lengthPx(), 1e-12);
		Geometry area = ShapeGeometry.area(u);
		assertTrue(area.buffer(1e-6).contains(ShapeGeometry.of(axes.shortAxis())));
	}

	@Test
	public void holesDoNotInterrupt() {
		Shape necrotic = new PolygonShape(List.of(new Ring(Vertices.of(0, 0, 30, 0, 30, 40, 0, 40),
				List.of(Vertices.of(10, 10, 20, 10, 20, 30, 10, 30)))), PolygonShape.Origin.COMPOSITE);
		assertEquals(37.5, Diameters.bidirectional(necrotic, 1, 1).orElseThrow().shortAxis().lengthPx(), 1e-9);
	}

	@Test
	public void linesHaveNoDiameters() {
		assertTrue(Diameters.bidirectional(new LineShape(new Point(0, 0), new Point(5, 5)), 1, 1).isEmpty());
	}

	/** Brute force: all pairs of vertices; all chords on a fine comb. */
	@Test
	public void randomOutlinesAgreeWithBruteForce() {
		long seed = 20261123;
		Random random = new Random(seed);
		for (int i = 0; i < 200; i++) {
			double xs = 0.3 + random.nextDouble();
			double ys = 0.3 + random.nextDouble();
			Shape star = star(random, 4 + random.nextInt(40));
			BidirectionalShape axes = Diameters.bidirectional(star, xs, ys).orElseThrow();
			String what = "seed " + seed + ", outline " + i;
			assertEquals(what, longestPair(star, xs, ys), mm(axes.longAxis(), xs, ys), 1e-9);
			assertEquals(what, 0, dot(axes, xs, ys), 1e-6);
			double comb = longestOnComb(star, axes.longAxis(), xs, ys);
			double found = mm(axes.shortAxis(), xs, ys);
			assertTrue(what + ": " + comb + " on the comb, " + found + " found", comb <= found + 1e-9);
			assertTrue(what + ": " + comb + " on the comb, " + found + " found", comb >= found - 1.5);
			assertTrue(what, ShapeGeometry.area(star).buffer(1e-6).contains(ShapeGeometry.of(axes.shortAxis())));
		}
	}

	private static double longestPair(Shape shape, double xs, double ys) {
		Coordinate[] all = ShapeGeometry.area(shape).getCoordinates();
		double longest = 0;
		for (Coordinate a : all)
			for (Coordinate b : all)
				longest = Math.max(longest, Math.hypot((a.x - b.x) * xs, (a.y - b.y) * ys));
		return longest;
	}

	private static double longestOnComb(Shape shape, LineShape axis, double xs, double ys) {
		double[] xy = vertices(shape);
		double fx = axis.from().x() * xs;
		double fy = axis.from().y() * ys;
		double length = mm(axis, xs, ys);
		double ax = (axis.to().x() * xs - fx) / length;
		double ay = (axis.to().y() * ys - fy) / length;
		for (int i = 0; i < xy.length; i += 2) {
			double x = xy[i] * xs - fx;
			double y = xy[i + 1] * ys - fy;
			xy[i] = x * ax + y * ay;
			xy[i + 1] = y * ax - x * ay;
		}
		double longest = 0;
		for (double s = 0.0123; s < length; s += 0.05) {
			double at = s;
			double[] crossings = java.util.stream.IntStream.range(0, xy.length / 2).filter(i -> {
				int j = (2 * i + 2) % xy.length;
				return xy[2 * i] <= at != xy[j] <= at;
			}).mapToDouble(i -> {
				int j = (2 * i + 2) % xy.length;
				return xy[2 * i + 1] + (at - xy[2 * i]) / (xy[j] - xy[2 * i]) * (xy[j + 1] - xy[2 * i + 1]);
			}).sorted().toArray();
			for (int i = 0; i + 1 < crossings.length; i += 2)
				longest = Math.max(longest, crossings[i + 1] - crossings[i]);
		}
		return longest;
	}

	private static double[] vertices(Shape polygon) {
		return ((PolygonShape) polygon).parts().get(0).shell().toArray();
	}

	private static double mm(LineShape line, double xs, double ys) {
		return Math.hypot((line.to().x() - line.from().x()) * xs, (line.to().y() - line.from().y()) * ys);
	}

	private static double dot(BidirectionalShape axes, double xs, double ys) {
		LineShape a = axes.longAxis();
		LineShape b = axes.shortAxis();
		return (a.to().x() - a.from().x()) * (b.to().x() - b.from().x()) * xs * xs
				+ (a.to().y() - a.from().y()) * (b.to().y() - b.from().y()) * ys * ys;
	}

	private static Shape star(Random random, int corners) {
		double[] xy = new double[2 * corners];
		for (int i = 0; i < corners; i++) {
			double radius = 5 + 60 * random.nextDouble();
			xy[2 * i] = 100 + radius * Math.cos(2 * Math.PI * i / corners);
			xy[2 * i + 1] = 100 + radius * Math.sin(2 * Math.PI * i / corners);
		}
		return new PolygonShape(java.util.List.of(org.annotomy.annotation.shape.Ring.of(Vertices.of(xy))),
				PolygonShape.Origin.POLYGON);
	}
}
