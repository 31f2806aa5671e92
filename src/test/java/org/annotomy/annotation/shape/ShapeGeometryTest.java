package org.annotomy.annotation.shape;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import java.util.Random;

import org.annotomy.annotation.shape.PolygonShape.Origin;
import org.annotomy.geometry.Box;
import org.annotomy.geometry.Point;
import org.annotomy.geometry.Vertices;
import org.junit.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

public class ShapeGeometryTest {

	@Test
	public void eachKindBecomesTheGeometryThatTheTableSays() {
		LineShape line = new LineShape(new Point(1, 2), new Point(5, 2));
		assertText("POINT (1.5 2.5)", PointsShape.of(new Point(1.5, 2.5)));
		assertText("MULTIPOINT ((3 1), (1 2))", PointsShape.of(new Point(3, 1), new Point(1, 2)));
		assertText("LINESTRING (1 2, 5 2)", line);
		assertText("LINESTRING (5 2, 1 2)", new ArrowShape(new Point(5, 2), new Point(1, 2), "filled", 10, false, false));
		assertText("LINESTRING (0 0, 4 0, 4 3)", PolylineShape.of(0, 0, 4, 0, 4, 3));
		assertText("LINESTRING (0 0, 4 0, 4 3)", new AngleShape(new Point(0, 0), new Point(4, 0), new Point(4, 3)));
		assertText("MULTILINESTRING ((1 2, 5 2), (3 1, 3 3))",
				new BidirectionalShape(line, new LineShape(new Point(3, 1), new Point(3, 3))));
		assertText("POLYGON ((1 2, 4 2, 4 6, 1 6, 1 2))", RectangleShape.of(1, 2, 3, 4));
		assertText("POLYGON ((1 2, 4 2, 4 6, 1 6, 1 2))", new TextShape(new Box(1, 2, 3, 4), "x", "SansSerif", 12, 0, 0, 0));
		assertText("POLYGON ((0 1, 0 -1, 10 -1, 10 1, 0 1))", new RotatedRectangleShape(new Point(0, 0), new Point(10, 0), 2));
		assertText("POLYGON ((0 0, 9 0, 9 9, 0 0), (5 1, 8 1, 8 4, 5 1))",
				new PolygonShape(List.of(new Ring(Vertices.of(0, 0, 9, 0, 9, 9), List.of(Vertices.of(5, 1, 8, 1, 8, 4)))),
						Origin.COMPOSITE));
		assertText("MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))",
				new PolygonShape(List.of(Ring.of(Vertices.of(0, 0, 1, 0, 1, 1)), Ring.of(Vertices.of(5, 5, 6, 5, 6, 6))),
						Origin.COMPOSITE));
	}

	@Test
	public void curvesStayWithinTheTolerance() {
		EllipseShape tilted = new EllipseShape(new Point(0, 0), new Point(300, 200), 0.4, false);
		double exact = Math.PI * tilted.firstRadius() * tilted.secondRadius();
		double perimeter = 2 * Math.PI * tilted.firstRadius();
		for (double error : new double[]{0.5, 0.1, 0.01}) {
			double area = ShapeGeometry.of(tilted, error).getArea();
			assertTrue(error + ": " + area + " of " + exact, area < exact && exact - area < error * perimeter);
		}
	}

	@Test
	public void roundCornersAreJavas() {
		Random random = new Random(11);
		RectangleShape rounded = new RectangleShape(new Box(3, 5, 40, 12), 20);
		RoundRectangle2D java = new RoundRectangle2D.Double(3, 5, 40, 12, 20, 20);
		Geometry geometry = ShapeGeometry.area(rounded, 0.001);
		int differing = 0;
		for (int i = 0; i < 4000; i++) {
			double x = 43 * random.nextDouble();
			double y = 20 * random.nextDouble();
			if (java.contains(x, y) != contains(geometry, x, y)) differing++;
		}
		assertTrue(differing + " of 4000 points differ", differing <= 4);
		assertEquals(40 * 12, ShapeGeometry.area(new RectangleShape(new Box(0, 0, 40, 12), 0)).getArea(), 0);
	}

	@Test
	public void aBowTieEnclosesBothItsWings() {
		PolygonShape bowTie = PolygonShape.of(0, 0, 10, 10, 10, 0, 0, 10);
		assertFalse(ShapeGeometry.of(bowTie).isValid());
		assertEquals(50, ShapeGeometry.area(bowTie).getArea(), 1e-9);
	}

	/** Oracle: java.awt.geom.Area with the even-odd rule. */
	@Test
	public void whatIsEnclosedAnOddNumberOfTimesIsInside() {
		for (int seed = 0; seed < 40; seed++) {
			Random random = new Random(seed);
			PolygonShape shape = randomRings(random);
			Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
			for (Ring part : shape.parts())
				for (Vertices ring : part.holes().isEmpty() ? List.of(part.shell()) : List.of(part.shell(), part.holes().get(0)))
					append(path, ring);
			Area oracle = new Area(path);
			Geometry area = ShapeGeometry.area(shape);
			assertTrue("seed " + seed, area.isValid());
			for (int i = 0; i < 200; i++) {
				double x = 100 * random.nextDouble();
				double y = 100 * random.nextDouble();
				assertEquals("seed " + seed + " at " + x + ", " + y, oracle.contains(x, y), contains(area, x, y));
			}
		}
	}

	@Test
	public void whatHasNoAreaGivesAnEmptyOne() {
		assertTrue(ShapeGeometry.area(PointsShape.of(new Point(1, 1))).isEmpty());
		assertTrue(ShapeGeometry.area(RectangleShape.of(1, 1, 0, 5)).isEmpty());
		assertTrue(ShapeGeometry.area(PolygonShape.of(0, 0, 5, 5, 10, 10)).isEmpty());
		assertTrue(ShapeGeometry.area(PolygonShape.of(3, 3, 3, 3, 3, 3)).isEmpty());
	}

	@Test
	public void polygonsComeBackAsTheyWere() {
		PolygonShape shape = new PolygonShape(
				List.of(new Ring(Vertices.of(0, 0, 9.25, 0, 9, 9), List.of(Vertices.of(5, 1, 8, 1, 8, 4))),
						Ring.of(Vertices.of(20, 20, 26, 20, 26, 26.125))),
				Origin.COMPOSITE);
		assertEquals(shape, ShapeGeometry.toPolygon(ShapeGeometry.of(shape), Origin.COMPOSITE).orElseThrow());
		Geometry mixed = ShapeGeometry.FACTORY.createGeometryCollection(
				new Geometry[]{ShapeGeometry.FACTORY.createPoint(new Coordinate(1, 1)), ShapeGeometry.of(shape)});
		assertEquals(shape, ShapeGeometry.toPolygon(mixed, Origin.COMPOSITE).orElseThrow());
		assertTrue(ShapeGeometry.toPolygon(ShapeGeometry.FACTORY.createPolygon(), Origin.COMPOSITE).isEmpty());
	}

	private static PolygonShape randomRings(Random random) {
		Ring first = random.nextBoolean()
				? Ring.of(randomRing(random))
				: new Ring(randomRing(random), List.of(randomRing(random)));
		return random.nextBoolean()
				? new PolygonShape(List.of(first), Origin.FREEHAND)
				: new PolygonShape(List.of(first, Ring.of(randomRing(random))), Origin.COMPOSITE);
	}

	private static Vertices randomRing(Random random) {
		return Vertices.adopt(random.doubles(2L * (3 + random.nextInt(8)), 0, 100).toArray());
	}

	private static void append(Path2D path, Vertices ring) {
		path.moveTo(ring.x(0), ring.y(0));
		for (int i = 1; i < ring.size(); i++)
			path.lineTo(ring.x(i), ring.y(i));
		path.closePath();
	}

	private static boolean contains(Geometry area, double x, double y) {
		return area.contains(ShapeGeometry.FACTORY.createPoint(new Coordinate(x, y)));
	}

	private static void assertText(String expected, Shape shape) {
		assertEquals(expected, ShapeGeometry.of(shape).toText());
	}
}
