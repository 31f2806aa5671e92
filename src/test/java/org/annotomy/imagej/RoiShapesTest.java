package org.annotomy.imagej;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.awt.Font;
import java.awt.geom.Ellipse2D;
import java.util.List;
import java.util.Random;

import org.annotomy.annotation.shape.BidirectionalShape;
import org.annotomy.annotation.shape.EllipseShape;
import org.annotomy.annotation.shape.LineShape;
import org.annotomy.annotation.shape.PointsShape;
import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.annotation.shape.PolygonShape.Origin;
import org.annotomy.annotation.shape.PolylineShape;
import org.annotomy.annotation.shape.RectangleShape;
import org.annotomy.annotation.shape.RotatedRectangleShape;
import org.annotomy.annotation.shape.Shape;
import org.annotomy.annotation.shape.TextShape;
import org.annotomy.geometry.Box;
import org.annotomy.geometry.Point;
import org.junit.Test;

import ij.gui.Arrow;
import ij.gui.EllipseRoi;
import ij.gui.ImageRoi;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.PointRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.RotatedRectRoi;
import ij.gui.ShapeRoi;
import ij.gui.TextRoi;
import ij.process.ByteProcessor;

/** Every kind of ImageJ selection must come back from its shape with the same fields. */
public class RoiShapesTest {

	private static final double EXACT = 0;
	private static final float[] XS = {10.25f, 30.5f, 42, 12.125f};
	private static final float[] YS = {-5.5f, 7.75f, 61, 40.0625f};

	@Test
	public void rectanglesComeBack() {
		assertComesBack(new Roi(3, 4, 50, 60), EXACT);
		assertComesBack(new Roi(-30, -4, 50, 60), EXACT);
		assertComesBack(new Roi(3, 4, 50, 60, 12), EXACT);
		assertComesBack(new Roi(3.25, 4.75, 50.5, 60.125), EXACT);
		assertComesBack(new Roi(3.1, 4.7, 50.3, 60.9, 7), EXACT);
	}

	@Test
	public void ovalsComeBack() {
		assertComesBack(new OvalRoi(10, 20, 30, 41), EXACT);
		assertComesBack(new OvalRoi(-10, -20, 7, 3), EXACT);
		assertComesBack(new OvalRoi(100000, 20, 31, 57), EXACT);
		assertComesBack(new OvalRoi(10.3, 20.7, 30.1, 41.9), 1e-12);
		assertEquals(new EllipseShape(new Point(10, 40.5), new Point(40, 40.5), 41.0 / 30, true),
				RoiShapes.shapeOf(new OvalRoi(10, 20, 30, 41)));
	}

	@Test
	public void everyWholeOvalComesBackWhole() {
		Random random = new Random(7);
		for (int i = 0; i < 2000; i++) {
			OvalRoi oval = new OvalRoi(random.nextInt(5000) - 500, random.nextInt(5000) - 500, 1 + random.nextInt(3000),
					1 + random.nextInt(3000));
			Roi back = RoiShapes.roiOf(RoiShapes.shapeOf(oval));
			assertEquals("seed 7, oval " + i, oval.getFloatBounds(), back.getFloatBounds());
			assertEquals("seed 7, oval " + i, oval.getBounds(), back.getBounds());
		}
	}

	@Test
	public void ellipsesAndRotatedRectanglesComeBack() {
		assertComesBack(new EllipseRoi(10.5, 20.25, 60.75, 44, 0.5), 1e-5);
		assertComesBack(new EllipseRoi(-10, -20, 60, 44, 1), 1e-5);
		assertComesBack(new RotatedRectRoi(10, 20, 60, 44, 12.5), 1e-5);
		assertEquals(new RotatedRectangleShape(new Point(10, 20), new Point(60, 20), 12),
				RoiShapes.shapeOf(new RotatedRectRoi(10, 20, 60, 20, 12)));
	}

	@Test
	public void ellipseWithTheLongerAxisSecondKeepsItsOutline() {
		EllipseShape tall = new EllipseShape(new Point(20, 30), new Point(40, 30), 2, false);
		EllipseShape back = (EllipseShape) RoiShapes.shapeOf(RoiShapes.roiOf(tall));
		assertEquals(0.5, back.aspectRatio(), 0);
		assertEquals(20, back.firstRadius(), 1e-5);
		assertEquals(tall.bounds().x(), back.bounds().x(), 1e-4);
		assertEquals(tall.bounds().maxY(), back.bounds().maxY(), 1e-4);
	}

	@Test
	public void polygonsComeBack() {
		int[] x = {10, 30, -42, 12};
		int[] y = {-5, 7, 61, 40};
		for (int type : new int[]{Roi.POLYGON, Roi.FREEROI, Roi.TRACED_ROI}) {
			assertComesBack(new PolygonRoi(x.clone(), y.clone(), 4, type), EXACT);
			assertComesBack(new PolygonRoi(XS, YS, type), EXACT);
		}
		assertEquals(PolygonShape.of(10, -5, 30, 7, -42, 61, 12, 40),
				RoiShapes.shapeOf(new PolygonRoi(x, y, 4, Roi.POLYGON)));
	}

	@Test
	public void openLinesComeBackAndAreHalfAPixelOff() {
		for (int type : new int[]{Roi.POLYLINE, Roi.FREELINE}) {
			assertComesBack(new PolygonRoi(XS, YS, type), EXACT);
			assertComesBack(new PolygonRoi(new int[]{1, 2, 7}, new int[]{-5, 6, 6}, 3, type), EXACT);
		}
		assertComesBack(new PolygonRoi(new float[]{1, 20.5f, 7}, new float[]{5, 6, 30}, Roi.ANGLE), EXACT);
		assertEquals(PolylineShape.of(1.5, 5.5, 2.5, 6.5),
				RoiShapes.shapeOf(new PolygonRoi(new int[]{1, 2}, new int[]{5, 6}, 2, Roi.POLYLINE)));
	}

	@Test
	public void verticesFarFromTheOriginKeepTheirFractions() {
		PolygonRoi far = new PolygonRoi(new float[]{0, 0.125f, 9.0625f}, new float[]{0, 30.375f, 2}, Roi.POLYGON);
		far.setLocation(200000.13, 1234567.89);
		PolygonShape shape = (PolygonShape) RoiShapes.shapeOf(far);
		assertEquals(200000.13 + 0.125, shape.parts().get(0).shell().x(1), 1e-9);
		PolygonShape again = (PolygonShape) RoiShapes.shapeOf(RoiShapes.roiOf(shape));
		assertEquals(shape, again);
	}

	@Test
	public void outlineLeftOfTheOriginHasTrueBounds() {
		Shape left = PolygonShape.of(-30.5, -20, -10.25, -20, -10.25, -5);
		Roi roi = RoiShapes.roiOf(left);
		assertEquals(new java.awt.geom.Rectangle2D.Double(-30.5, -20, 20.25, 15), roi.getFloatBounds());
		assertEquals(left, RoiShapes.shapeOf(roi));
	}

	@Test
	public void seventyThousandVerticesComeBack() {
		Random random = new Random(11);
		float[] x = new float[70_000];
		float[] y = new float[70_000];
		for (int i = 0; i < x.length; i++) {
			x[i] = random.nextFloat() * 3000 - 1500;
			y[i] = random.nextFloat() * 3000 - 1500;
		}
		for (int type : new int[]{Roi.FREEROI, Roi.FREELINE}) {
			PolygonRoi roi = new PolygonRoi(x, y, type);
			PolygonRoi back = (PolygonRoi) RoiShapes.roiOf(RoiShapes.shapeOf(roi));
			assertEquals(roi.getFloatBounds(), back.getFloatBounds());
			org.junit.Assert.assertArrayEquals(roi.getFloatPolygon().xpoints, back.getFloatPolygon().xpoints, 0);
			org.junit.Assert.assertArrayEquals(roi.getFloatPolygon().ypoints, back.getFloatPolygon().ypoints, 0);
		}
	}

	@Test
	public void splinesComeBack() {
		for (int type : new int[]{Roi.POLYGON, Roi.POLYLINE, Roi.FREELINE}) {
			PolygonRoi roi = new PolygonRoi(XS, YS, type);
			roi.fitSpline();
			assertComesBack(roi, 1e-5);
		}
		PolygonRoi roi = new PolygonRoi(XS, YS, Roi.POLYGON);
		roi.fitSpline();
		PolygonShape shape = (PolygonShape) RoiShapes.shapeOf(roi);
		assertEquals(Origin.SPLINE, shape.origin());
		assertEquals("knots, not the sampled curve", 4, shape.parts().get(0).shell().size());
	}

	@Test
	public void linesAndArrowsComeBack() {
		assertComesBack(new Line(1, 2, 30, 4), EXACT);
		assertComesBack(new Line(10.3, -2.7, 3.1, 40.9), 1e-12);
		assertEquals(new LineShape(new Point(1.5, 2.5), new Point(30.5, 4.5)), RoiShapes.shapeOf(new Line(1, 2, 30, 4)));
		for (int style = Arrow.FILLED; style <= Arrow.BAR; style++) {
			Arrow arrow = new Arrow(30, 2, 1, 4.5);
			arrow.setStyle(style);
			arrow.setHeadSize(12.5);
			arrow.setDoubleHeaded(style % 2 == 0);
			arrow.setOutline(style % 2 == 1);
			assertComesBack(arrow, EXACT);
		}
	}

	@Test
	public void pointsComeBackWithTheirCounters() {
		assertComesBack(new PointRoi(12, 34), EXACT);
		assertComesBack(new PointRoi(12.25, 34.5), EXACT);
		assertComesBack(new PointRoi(new float[]{-3.5f, 7}, new float[]{-1, 2}), EXACT);
		PointRoi counted = new PointRoi(XS, YS);
		counted.setCounters(new int[]{0, 7, 99, 7});
		assertComesBack(counted, EXACT);
		assertEquals(List.of(0, 7, 99, 7), ((PointsShape) RoiShapes.shapeOf(counted)).counters());
		assertEquals(PointsShape.of(new Point(12.5, 34.5)), RoiShapes.shapeOf(new PointRoi(12, 34)));
	}

	@Test
	public void seventyThousandPointsKeepTheirCounters() {
		float[] x = new float[70_000];
		float[] y = new float[70_000];
		int[] counters = new int[70_000];
		for (int i = 0; i < x.length; i++) {
			x[i] = i / 300;
			y[i] = i % 300;
			counters[i] = i % 5;
		}
		PointRoi roi = new PointRoi(x, y);
		roi.setCounters(counters);
		PointRoi back = (PointRoi) RoiShapes.roiOf(RoiShapes.shapeOf(roi));
		assertEquals(4, back.getCounter(69_999));
		assertEquals(roi.getFloatBounds(), back.getFloatBounds());
	}

	@Test
	public void textComesBack() {
		TextRoi text = new TextRoi(12.5, 30.25, "Läsion 😀\n\nzwei", new Font("SansSerif", Font.BOLD | Font.ITALIC, 17));
		text.setJustification(TextRoi.CENTER);
		text.setAngle(33.5);
		assertComesBack(text, EXACT);
		assertComesBack(new TextRoi(12, 30, "one", new Font("Monospaced", Font.PLAIN, 12)), EXACT);
		assertEquals("Läsion 😀\n\nzwei", ((TextShape) RoiShapes.shapeOf(text)).text());
	}

	@Test
	public void compositesComeBackWithPartsAndHoles() {
		Roi frame = new ShapeRoi(new Roi(10, 10, 40, 40)).not(new ShapeRoi(new Roi(20, 20, 10, 10)));
		Roi both = new ShapeRoi(frame).or(new ShapeRoi(new Roi(70, 5, 5, 5)));
		both.setLocation(-20, 7);
		assertComesBack(both, EXACT);
		PolygonShape shape = (PolygonShape) RoiShapes.shapeOf(both);
		assertEquals(2, shape.parts().size());
		assertEquals(1, shape.parts().stream().mapToInt(part -> part.holes().size()).sum());
	}

	@Test
	public void islandInAHoleIsAPartOfItsOwn() {
		ShapeRoi roi = new ShapeRoi(new Roi(0, 0, 50, 50)).not(new ShapeRoi(new Roi(10, 10, 30, 30)))
				.or(new ShapeRoi(new Roi(20, 20, 5, 5)));
		PolygonShape shape = (PolygonShape) RoiShapes.shapeOf(roi);
		assertEquals(2, shape.parts().size());
		assertComesBack(roi, EXACT);
	}

	@Test
	public void curvedCompositeIsCutIntoChords() {
		ShapeRoi round = new ShapeRoi(new Ellipse2D.Double(10, 10, 41, 31));
		RoiFields.assertSame(RoiShapes.roiOf(RoiShapes.shapeOf(round)), RoiShapes.roiOf(RoiShapes.shapeOf(round)), EXACT);
		org.junit.Assert.assertArrayEquals((byte[]) round.getMask().getPixels(),
				(byte[]) RoiShapes.roiOf(RoiShapes.shapeOf(round)).getMask().getPixels());
	}

	@Test
	public void crossingPathsBecomeTheirEvenOddArea() {
		java.awt.geom.Path2D.Double path = new java.awt.geom.Path2D.Double(java.awt.geom.Path2D.WIND_EVEN_ODD);
		path.append(new java.awt.Rectangle(0, 0, 20, 20), false);
		path.append(new java.awt.Rectangle(10, 10, 20, 20), false);
		ShapeRoi crossing = new ShapeRoi(path);
		Roi back = RoiShapes.roiOf(RoiShapes.shapeOf(crossing));
		org.junit.Assert.assertArrayEquals((byte[]) crossing.getMask().getPixels(), (byte[]) back.getMask().getPixels());
	}

	@Test
	public void bidirectionalIsMadeFromTwoLinesAndComesBackAsOneSelection() {
		Line shorter = new Line(10, 5, 10, 25);
		Line longer = new Line(0, 10, 30, 10);
		BidirectionalShape shape = RoiShapes.bidirectional(shorter, longer, 1, 1);
		assertEquals(RoiShapes.shapeOf(longer), shape.longAxis());
		assertEquals("rows twice as far apart as columns", RoiShapes.shapeOf(shorter),
				RoiShapes.bidirectional(shorter, longer, 1, 2).longAxis());
		Roi display = RoiShapes.roiOf(shape);
		assertTrue(display instanceof ShapeRoi);
		assertEquals(shape, RoiShapes.shapeOf(display));
		display.setLocation(5, 105);
		assertEquals(shape.translate(5 - 0, 100).longAxis().lengthPx(),
				((BidirectionalShape) RoiShapes.shapeOf(display)).longAxis().lengthPx(), 1e-6);
	}

	@Test
	public void shapesThatNoSelectionMadeComeBackAsNearAsFloatsAllow() {
		Shape polygon = PolygonShape.of(0.1, 0.2, 30.3, 0.4, 15.7, 22.9);
		Shape back = RoiShapes.shapeOf(RoiShapes.roiOf(polygon));
		for (int i = 0; i < 3; i++)
			assertEquals(0, vertex(polygon, i).distanceTo(vertex(back, i)), 2e-6);
		assertEquals(new RectangleShape(new Box(0.1, 0.2, 7.7, 9.1), 0),
				RoiShapes.shapeOf(RoiShapes.roiOf(new RectangleShape(new Box(0.1, 0.2, 7.7, 9.1), 0))));
	}

	@Test
	public void imagesAreRefusedInWords() {
		Roi image = new ImageRoi(0, 0, new ByteProcessor(4, 4));
		String message = assertThrows(IllegalArgumentException.class, () -> RoiShapes.shapeOf(image)).getMessage();
		assertTrue(message, message.contains("holds pixels, not an outline"));
	}

	@Test
	public void emptyCompositeIsRefusedInWords() {
		Roi empty = new ShapeRoi(new Roi(0, 0, 5, 5)).not(new ShapeRoi(new Roi(0, 0, 5, 5)));
		String message = assertThrows(IllegalArgumentException.class, () -> RoiShapes.shapeOf(empty)).getMessage();
		assertTrue(message, message.contains("encloses no area"));
	}

	private static Point vertex(Shape polygon, int i) {
		return ((PolygonShape) polygon).parts().get(0).shell().get(i);
	}

	private static void assertComesBack(Roi roi, double tolerance) {
		RoiFields.assertSame(roi, RoiShapes.roiOf(RoiShapes.shapeOf(roi)), tolerance);
	}
}
