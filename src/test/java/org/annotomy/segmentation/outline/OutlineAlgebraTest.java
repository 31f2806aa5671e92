package org.annotomy.segmentation.outline;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.Random;

import org.annotomy.annotation.shape.EllipseShape;
import org.annotomy.annotation.shape.LineShape;
import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.annotation.shape.PolylineShape;
import org.annotomy.annotation.shape.RectangleShape;
import org.annotomy.annotation.shape.Shape;
import org.annotomy.annotation.shape.ShapeGeometry;
import org.annotomy.geometry.Box;
import org.annotomy.geometry.Point;
import org.annotomy.geometry.Vertices;
import org.junit.Test;

public class OutlineAlgebraTest {

	private static final Shape LEFT = RectangleShape.of(0, 0, 20, 20);
	private static final Shape RIGHT = RectangleShape.of(10, 10, 20, 20);

	@Test
	public void areasOfOverlappingSquares() {
		assertEquals(700, area(OutlineAlgebra.union(LEFT, RIGHT)), 1e-9);
		assertEquals(300, area(OutlineAlgebra.subtract(LEFT, RIGHT)), 1e-9);
		assertEquals(100, area(OutlineAlgebra.intersect(LEFT, RIGHT)), 1e-9);
		assertEquals(Optional.empty(), OutlineAlgebra.subtract(LEFT, RectangleShape.of(-1, -1, 30, 30)));
		assertTrue(OutlineAlgebra.overlap(LEFT, RIGHT));
		assertFalse("a common border is no overlap", OutlineAlgebra.overlap(LEFT, RectangleShape.of(20, 0, 5, 20)));
	}

	@Test
	public void subtractingTheMiddleMakesAHoleAndFillingItUndoesThat() {
		PolygonShape frame = OutlineAlgebra.subtract(LEFT, RectangleShape.of(5, 5, 5, 5)).orElseThrow();
		assertEquals(1, frame.parts().get(0).holes().size());
		assertEquals(400, area(OutlineAlgebra.fillHoles(frame)), 1e-9);
	}

	@Test
	public void mergingKeepsPartsThatDoNotTouch() {
		PolygonShape all = OutlineAlgebra
				.merge(List.of(LEFT, RIGHT, RectangleShape.of(100, 0, 5, 5), new LineShape(new Point(0, 0), new Point(9, 9))))
				.orElseThrow();
		assertEquals(2, all.parts().size());
		assertEquals(725, area(Optional.of(all)), 1e-9);
		assertEquals(Optional.empty(), OutlineAlgebra.merge(List.of()));
	}

	@Test
	public void avoidingLeavesNoOverlap() {
		long seed = 42;
		Random random = new Random(seed);
		for (int i = 0; i < 100; i++) {
			List<Shape> others = List.of(blob(random), blob(random), blob(random));
			Shape own = blob(random);
			Optional<PolygonShape> rest = OutlineAlgebra.avoid(own, others);
			double lost = ShapeGeometry.area(own, 0.05).getArea() - area(rest);
			assertTrue("seed " + seed, lost > -1e-6);
			for (Shape other : others)
				rest.ifPresent(r -> assertEquals("seed " + seed + ", case", 0, area(OutlineAlgebra.intersect(r, other)), 1e-3));
		}
	}

	/** The centres of pixels must lie in the result exactly if the operation on the pixels says so. */
	@Test
	public void overlaysAgreeWithTheirPixels() {
		long seed = 8;
		Random random = new Random(seed);
		for (int i = 0; i < 60; i++) {
			Shape a = blob(random);
			Shape b = blob(random);
			PixelMask inA = PixelMask.of(a);
			PixelMask inB = PixelMask.of(b);
			PixelMask union = PixelMask.of(OutlineAlgebra.union(a, b).orElseThrow());
			Optional<PixelMask> difference = OutlineAlgebra.subtract(a, b).map(PixelMask::of);
			Optional<PixelMask> common = OutlineAlgebra.intersect(a, b).map(PixelMask::of);
			int wrong = 0;
			for (int y = 0; y < 100; y++)
				for (int x = 0; x < 100; x++) {
					boolean p = inA.contains(x, y);
					boolean q = inB.contains(x, y);
					if (union.contains(x, y) != (p || q)) wrong++;
					if (contains(difference, x, y) != (p && !q)) wrong++;
					if (contains(common, x, y) != (p && q)) wrong++;
				}
			assertEquals("seed " + seed + ", pair " + i, 0, wrong);
		}
	}

	@Test
	public void aLineAcrossCutsInTwo() {
		List<PolygonShape> pieces = OutlineSplit.split(LEFT, PolylineShape.of(-5, 5, 10, 5, 25, 5));
		assertEquals(List.of(300.0, 100.0), pieces.stream().map(p -> area(Optional.of(p))).toList());
	}

	@Test
	public void aLineThatEndsInsideDoesNotCut() {
		List<PolygonShape> pieces = OutlineSplit.split(LEFT, new LineShape(new Point(-5, 5), new Point(10, 5)));
		assertEquals(1, pieces.size());
		assertEquals(400, area(Optional.of(pieces.get(0))), 1e-9);
	}

	@Test
	public void theSameCutGivesTheSamePiecesToTheLastPoint() {
		PolygonShape disc = BrushStroke.area(Vertices.of(10, 10, 60, 12), 20, 0.1);
		Set<List<PolygonShape>> results = new HashSet<>();
		for (int i = 0; i < 50; i++)
			results.add(OutlineSplit.split(disc, PolylineShape.of(-5, 5, 30, 13, 90, 12)));
		assertEquals(1, results.size());
	}

	@Test
	public void aLoopCutsOutWhatItEncloses() {
		List<PolygonShape> pieces = OutlineSplit.split(LEFT, PolylineShape.of(5, 5, 10, 5, 10, 10, 5, 10, 5, 5));
		assertEquals(List.of(375.0, 25.0), pieces.stream().map(p -> area(Optional.of(p))).toList());
	}

	@Test
	public void partsThatAreNotCutStayWithTheLargestPiece() {
		PolygonShape two = OutlineAlgebra.union(LEFT, RectangleShape.of(50, 0, 10, 10)).orElseThrow();
		List<PolygonShape> pieces = OutlineSplit.split(two, new LineShape(new Point(-1, 5), new Point(30, 5)));
		assertEquals(2, pieces.size());
		assertEquals(400, area(Optional.of(pieces.get(0))), 1e-9);
		assertEquals(2, pieces.get(0).parts().size());
		assertEquals(100, area(Optional.of(pieces.get(1))), 1e-9);
	}

	@Test
	public void aStraightBrushStrokeIsACapsule() {
		PolygonShape stroke = BrushStroke.area(Vertices.of(10, 10, 110, 10), 20, 0.1);
		assertEquals(100 * 20 + Math.PI * 100, area(Optional.of(stroke)), 0.1 * 300);
		assertEquals(0, stroke.bounds().x(), 0.1);
		assertEquals(120, stroke.bounds().maxX(), 0.1);
	}

	@Test
	public void aClickOfTheBrushIsADisc() {
		for (double diameter : new double[]{0.5, 3, 40, 500}) {
			PolygonShape disc = BrushStroke.area(Vertices.of(300, 300), diameter, 0.1);
			double radius = diameter / 2;
			disc.parts().get(0).shell().forEach(p -> assertEquals(radius, p.distanceTo(new Point(300, 300)), 0.1));
			assertEquals(Math.PI * radius * radius, area(Optional.of(disc)), 0.1 * Math.PI * diameter + 0.01);
		}
		assertThrows(IllegalArgumentException.class, () -> BrushStroke.area(Vertices.NONE, 5, 0.1));
	}

	/** Every point within the radius of the way, up to the tolerance, and no other. */
	@Test
	public void aCurvedStrokeCoversWhatLiesWithinTheBrush() {
		double[] way = new double[2 * 400];
		for (int i = 0; i < 400; i++) {
			way[2 * i] = 100 + 60 * Math.cos(i / 50.0);
			way[2 * i + 1] = 100 + 45 * Math.sin(i / 30.0);
		}
		PolygonShape stroke = BrushStroke.area(Vertices.of(way), 15, 0.2);
		var path = ShapeGeometry.of(new PolylineShape(Vertices.of(way), true, false));
		var area = ShapeGeometry.area(stroke);
		for (double y = 30; y < 170; y += 1.7)
			for (double x = 20; x < 180; x += 1.7) {
				var point = ShapeGeometry.FACTORY.createPoint(new org.locationtech.jts.geom.Coordinate(x, y));
				double distance = path.distance(point);
				if (Math.abs(distance - 7.5) > 0.2) assertEquals(x + ", " + y, distance < 7.5, area.intersects(point));
			}
	}

	@Test
	public void smoothingKeepsTheAreaIfAsked() {
		PolygonShape steps = MaskTracing.outline(PixelMask.of(EllipseShape.inside(new Box(5.3, 7.1, 50, 30)))).orElseThrow();
		double before = area(Optional.of(steps));
		assertEquals(before, area(OutlineSmoothing.gaussian(steps, 3, true)), 0.005 * before);
		assertTrue(area(OutlineSmoothing.gaussian(steps, 8, false)) < before);
		double truth = Math.PI * 25 * 15;
		Shape smooth = OutlineSmoothing.gaussian(steps, 2, true).orElseThrow();
		double outside = area(OutlineAlgebra.subtract(smooth, EllipseShape.inside(new Box(5.3, 7.1, 50, 30))));
		assertTrue("nearer to the ellipse than its pixels: " + outside, outside < 0.02 * truth);
	}

	@Test
	public void cuttingCornersRoundsThem() {
		double side = 20;
		// One round cuts four triangles with legs of a quarter side.
		assertEquals(400 - 4 * 0.5 * (side / 4) * (side / 4), area(OutlineSmoothing.chaikin(LEFT, 1, false)), 1e-9);
		assertEquals(400, area(OutlineSmoothing.chaikin(LEFT, 4, true)), 1e-6);
		PolygonShape far = OutlineSmoothing.chaikin(LEFT.translate(3e5, 4e5), 4, true).orElseThrow();
		assertEquals(3e5 + 10, far.bounds().centre().x(), 1e-3);
		assertThrows(IllegalArgumentException.class, () -> OutlineSmoothing.chaikin(LEFT, 0, true));
	}

	@Test
	public void holesAreSmoothedToo() {
		PolygonShape frame = OutlineAlgebra.subtract(LEFT, RectangleShape.of(5, 5, 10, 10)).orElseThrow();
		PolygonShape smooth = OutlineSmoothing.gaussian(frame, 1, true).orElseThrow();
		assertEquals(1, smooth.parts().get(0).holes().size());
		assertEquals(300, area(Optional.of(smooth)), 1);
	}

	@Test
	public void simplifyingStaysWithinTheToleranceAndMovesNoPoint() {
		PolygonShape fine = PolygonShape.of(EllipseShape.inside(new Box(0, 0, 200, 100)).outline(0.001),
				PolygonShape.Origin.FREEHAND);
		PolygonShape coarse = OutlineSmoothing.simplify(fine, 0.5).orElseThrow();
		assertTrue(coarse.parts().get(0).shell().size() < fine.parts().get(0).shell().size() / 10);
		var border = ShapeGeometry.area(coarse).getBoundary();
		fine.parts().get(0).shell().forEach(p -> assertTrue(border
				.distance(ShapeGeometry.FACTORY.createPoint(new org.locationtech.jts.geom.Coordinate(p.x(), p.y()))) <= 0.5));
		List<Point> points = new java.util.ArrayList<>();
		fine.parts().get(0).shell().forEach(points::add);
		coarse.parts().get(0).shell().forEach(p -> assertTrue(points.contains(p)));
	}

	private static boolean contains(Optional<PixelMask> mask, int x, int y) {
		return mask.isPresent() && mask.get().contains(x, y);
	}

	/** A star-shaped outline inside 100 × 100 pixels. */
	private static Shape blob(Random random) {
		double cx = 30 + 40 * random.nextDouble();
		double cy = 30 + 40 * random.nextDouble();
		double[] xy = new double[2 * (5 + random.nextInt(30))];
		for (int i = 0; i < xy.length; i += 2) {
			double radius = 5 + 24 * random.nextDouble();
			double angle = 2 * Math.PI * i / xy.length;
			xy[i] = cx + radius * Math.cos(angle);
			xy[i + 1] = cy + radius * Math.sin(angle);
		}
		return PolygonShape.of(xy);
	}

	private static double area(Optional<? extends Shape> shape) {
		return shape.map(s -> ShapeGeometry.area(s).getArea()).orElse(0.0);
	}
}
