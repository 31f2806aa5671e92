package org.annotomy.annotation.check;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Random;

import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.annotation.shape.RectangleShape;
import org.annotomy.annotation.shape.Ring;
import org.annotomy.annotation.shape.Shape;
import org.annotomy.annotation.shape.ShapeGeometry;
import org.annotomy.geometry.Vertices;
import org.junit.Test;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

public class EdgeTableTest {

	@Test
	public void rectanglesOverlapAsExpected() {
		EdgeTable a = table(RectangleShape.of(0, 0, 10, 10));
		assertEquals(100, a.areaPx(), 1e-12);
		assertEquals(40, a.lengthPx(), 0);
		assertEquals(100, a.overlapPx(a), 1e-12);
		assertEquals(12, a.overlapPx(table(RectangleShape.of(7, 6, 10, 10))), 1e-12);
		assertEquals(0, a.overlapPx(table(RectangleShape.of(10, 0, 10, 10))), 0);
		assertEquals(0, a.overlapPx(table(RectangleShape.of(0, 10, 10, 10))), 0);
		assertEquals(0, a.overlapPx(table(RectangleShape.of(50, 50, 10, 10))), 0);
		assertEquals(0, a.overlapPx(table(RectangleShape.of(5, 5, 0, 10))), 0);
		assertEquals(50, a.overlapPx(table(PolygonShape.of(0, 0, 10, 10, 10, 0, 0, 10))), 1e-12);
	}

	@Test
	public void neighboursWithACommonBorderDoNotOverlap() {
		for (int seed = 0; seed < 100; seed++) {
			Random random = new Random(seed);
			double[] border = random.doubles(20, 40, 60).toArray();
			double[] left = new double[border.length * 2 + 4];
			double[] right = left.clone();
			for (int i = 0; i < border.length; i++) {
				left[2 * i] = right[2 * i] = border[i];
				left[2 * i + 1] = right[2 * i + 1] = i * 7.3;
			}
			int n = 2 * border.length;
			left[n + 1] = right[n + 1] = (border.length - 1) * 7.3;
			right[n] = right[n + 2] = 100;
			EdgeTable a = table(PolygonShape.of(left));
			EdgeTable b = table(PolygonShape.of(right));
			assertEquals("seed " + seed, 0, a.overlapPx(b), 1e-9);
			assertEquals("seed " + seed, 100 * 19 * 7.3, a.areaPx() + b.areaPx(), 1e-9);
		}
	}

	/** Oracle: JTS on the repaired areas. */
	@Test
	public void outlinesWithHolesAndCrossingsAgreeWithJts() {
		for (int seed = 0; seed < 300; seed++) {
			Random random = new Random(seed);
			Shape a = shape(random);
			Shape b = shape(random);
			assertEquals("seed " + seed, ShapeGeometry.area(a).getArea(), table(a).areaPx(), 1e-6);
			double overlap = OverlayNGRobust.overlay(ShapeGeometry.area(a), ShapeGeometry.area(b), OverlayNG.INTERSECTION)
					.getArea();
			assertEquals("seed " + seed, overlap, table(a).overlapPx(table(b)), 1e-6);
			assertEquals("seed " + seed, overlap, table(b).overlapPx(table(a)), 1e-6);
		}
	}

	/** Rings on a coarse grid: many equal corners, level and upright sides, sides that lie on each other. */
	private static Shape shape(Random random) {
		boolean coarse = random.nextBoolean();
		Ring first = new Ring(ring(random, coarse), random.nextBoolean() ? List.of() : List.of(ring(random, coarse)));
		return new PolygonShape(random.nextBoolean() ? List.of(first) : List.of(first, Ring.of(ring(random, coarse))),
				PolygonShape.Origin.COMPOSITE);
	}

	private static Vertices ring(Random random, boolean coarse) {
		double[] xy = random.doubles(2L * (3 + random.nextInt(12)), 0, coarse ? 6 : 100).toArray();
		for (int i = 0; coarse && i < xy.length; i++)
			xy[i] = Math.floor(xy[i]);
		return Vertices.adopt(xy);
	}

	private static EdgeTable table(Shape shape) {
		return new EdgeTable(ShapeGeometry.of(shape));
	}
}
