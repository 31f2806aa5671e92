package org.annotomy.segmentation.measure;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;

import org.annotomy.annotation.shape.AngleShape;
import org.annotomy.annotation.shape.ArrowShape;
import org.annotomy.annotation.shape.BidirectionalShape;
import org.annotomy.annotation.shape.EllipseShape;
import org.annotomy.annotation.shape.LineShape;
import org.annotomy.annotation.shape.PointsShape;
import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.annotation.shape.PolygonShape.Origin;
import org.annotomy.annotation.shape.PolylineShape;
import org.annotomy.annotation.shape.RectangleShape;
import org.annotomy.annotation.shape.Ring;
import org.annotomy.annotation.shape.RotatedRectangleShape;
import org.annotomy.geometry.Box;
import org.annotomy.geometry.Point;
import org.annotomy.geometry.Vertices;
import org.annotomy.image.SpacingSource;
import org.junit.Test;

/** Shapes whose measures are known. */
public class ShapeMeasuresTest {

	private static final PixelSize HALF_BY_QUARTER = new PixelSize(0.5, 0.25, SpacingSource.PATIENT);

	@Test
	public void rectangleOnPixelsThatAreNotSquare() {
		// 60 × 160 pixels are 30 × 40 mm.
		ShapeMeasures found = ShapeMeasures.of(RectangleShape.of(10, 20, 60, 160), HALF_BY_QUARTER);
		assertEquals(1200, found.area(), 1e-9);
		assertEquals(140, found.perimeter(), 1e-9);
		assertEquals(50, found.longAxis(), 1e-9);
		assertEquals(37.5, found.shortAxis(), 1e-9);
		assertEquals(new Point(40, 100), found.centroid());
		assertEquals(new Box(10, 20, 60, 160), found.bounds());
		assertTrue(Double.isNaN(found.length()) && Double.isNaN(found.angleDegrees()));
	}

	@Test
	public void roundedAndRotatedRectangles() {
		ShapeMeasures rounded = ShapeMeasures.of(new RectangleShape(new Box(0, 0, 40, 30), 10), PixelSize.UNKNOWN);
		assertEquals(1200 - 100 + 25 * Math.PI, rounded.area(), 1e-9);
		assertEquals(2 * 30 + 2 * 20 + 10 * Math.PI, rounded.perimeter(), 0.05);
		ShapeMeasures rotated = ShapeMeasures.of(new RotatedRectangleShape(new Point(3, 7), new Point(33, 47), 20),
				PixelSize.UNKNOWN);
		assertEquals(1000, rotated.area(), 1e-9);
		assertEquals(140, rotated.perimeter(), 1e-9);
		assertEquals(Math.hypot(50, 20), rotated.longAxis(), 1e-9);
	}

	@Test
	public void circleInMillimetres() {
		// 80 × 160 pixels are a circle of 40 mm.
		ShapeMeasures found = ShapeMeasures.of(EllipseShape.inside(new Box(5, 5, 80, 160)), HALF_BY_QUARTER);
		assertEquals(400 * Math.PI, found.area(), 1e-9);
		assertEquals(40 * Math.PI, found.perimeter(), 1e-6);
		assertEquals(40, found.longAxis(), 0.03);
		assertEquals(40, found.shortAxis(), 0.05);
	}

	@Test
	public void tiltedEllipse() {
		EllipseShape ellipse = new EllipseShape(new Point(20, 30), new Point(140, 120), 0.6, false);
		ShapeMeasures found = ShapeMeasures.of(ellipse, PixelSize.UNKNOWN);
		assertEquals(Math.PI * 75 * 45, found.area(), 1e-9);
		// Complete elliptic integral of the second kind, E(0.8) = 1.27634994 (Abramowitz and Stegun, table 17.1).
		assertEquals(4 * 75 * 1.2763499431699064, found.perimeter(), 0.05);
	}

	@Test
	public void holesCountInThePerimeterButNotInTheArea() {
		Ring frame = new Ring(Vertices.of(0, 0, 20, 0, 20, 20, 0, 20), List.of(Vertices.of(5, 5, 15, 5, 15, 15, 5, 15)));
		ShapeMeasures found = ShapeMeasures.of(new PolygonShape(List.of(frame), Origin.COMPOSITE), PixelSize.UNKNOWN);
		assertEquals(300, found.area(), 1e-9);
		assertEquals(120, found.perimeter(), 1e-9);
	}

	@Test
	public void outlineThatCrossesItselfHasItsEvenOddArea() {
		assertEquals(50, ShapeMeasures.of(PolygonShape.of(0, 0, 10, 10, 10, 0, 0, 10), PixelSize.UNKNOWN).area(), 1e-9);
	}

	@Test
	public void linesAndAngles() {
		ShapeMeasures line = ShapeMeasures.of(new LineShape(new Point(0, 0), new Point(60, -160)), HALF_BY_QUARTER);
		assertEquals(50, line.length(), 1e-9);
		assertEquals("upwards is counter-clockwise", Math.toDegrees(Math.atan2(40, 30)), line.angleDegrees(), 1e-9);
		assertTrue(Double.isNaN(line.area()) && Double.isNaN(line.perimeter()) && Double.isNaN(line.longAxis()));
		assertEquals(7, ShapeMeasures.of(PolylineShape.of(0, 0, 3, 0, 3, 4), PixelSize.UNKNOWN).length(), 1e-12);
		ArrowShape arrow = new ArrowShape(new Point(0, 0), new Point(-5, 0), "filled", 10, false, false);
		assertEquals(180, ShapeMeasures.of(arrow, PixelSize.UNKNOWN).angleDegrees(), 1e-12);
		// Right angle in millimetres: (40 px · 0.5, 0) and (0, 40 px · 0.25); 45° on the screen would not be.
		AngleShape right = new AngleShape(new Point(140, 100), new Point(100, 100), new Point(100, 60));
		assertEquals(90, ShapeMeasures.of(right, HALF_BY_QUARTER).angleDegrees(), 1e-9);
		AngleShape flat = new AngleShape(new Point(120, 100), new Point(100, 100), new Point(120, 60));
		assertEquals(45, ShapeMeasures.of(flat, HALF_BY_QUARTER).angleDegrees(), 1e-9);
		AngleShape acrossTheCut = new AngleShape(new Point(90, 99), new Point(100, 100), new Point(90, 101));
		assertEquals(2 * Math.toDegrees(Math.atan(0.1)), ShapeMeasures.of(acrossTheCut, PixelSize.UNKNOWN).angleDegrees(), 1e-9);
	}

	@Test
	public void bidirectionalHasItsOwnAxes() {
		BidirectionalShape axes = new BidirectionalShape(new LineShape(new Point(0, 0), new Point(60, 0)),
				new LineShape(new Point(30, -40), new Point(30, 40)));
		ShapeMeasures found = ShapeMeasures.of(axes, HALF_BY_QUARTER);
		assertEquals(30, found.longAxis(), 1e-12);
		assertEquals(20, found.shortAxis(), 1e-12);
		assertEquals(30, found.length(), 1e-12);
	}

	@Test
	public void pointsHaveNothingButAPlace() {
		ShapeMeasures found = ShapeMeasures.of(PointsShape.of(new Point(2, 4), new Point(4, 8)), HALF_BY_QUARTER);
		assertEquals(new Point(3, 6), found.centroid());
		assertTrue(Double.isNaN(found.length()) && Double.isNaN(found.area()));
	}

	@Test
	public void unknownSizeIsMeasuredInPixels() {
		assertEquals("px", PixelSize.of(new double[]{Double.NaN, 1, 1}, SpacingSource.STATED).unit());
		assertEquals("px", PixelSize.of(new double[]{1, 1, 1}, SpacingSource.NONE).unit());
		assertEquals("mm", PixelSize.of(new double[]{0.1, 0.2, Double.NaN}, SpacingSource.DETECTOR).unit());
		assertThrows(IllegalArgumentException.class, () -> new PixelSize(0, 1, SpacingSource.STATED));
	}
}
