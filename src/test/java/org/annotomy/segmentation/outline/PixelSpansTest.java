package org.annotomy.segmentation.outline;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.awt.Rectangle;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

import org.annotomy.annotation.shape.EllipseShape;
import org.annotomy.annotation.shape.LineShape;
import org.annotomy.annotation.shape.PointsShape;
import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.annotation.shape.PolygonShape.Origin;
import org.annotomy.annotation.shape.RectangleShape;
import org.annotomy.annotation.shape.Ring;
import org.annotomy.annotation.shape.Shape;
import org.annotomy.geometry.Box;
import org.annotomy.geometry.Point;
import org.annotomy.geometry.Vertices;
import org.annotomy.imagej.RoiShapes;
import org.junit.Test;

import ij.gui.Roi;
import ij.process.ImageProcessor;

/** The oracle is ImageJ itself: {@code Roi.getMask}. */
public class PixelSpansTest {

	private static final int SIZE = 40;

	@Test
	public void squaresAtTheMeasuredOffsets() {
		// formats-measured.md 3.7, column ImageJ: 2..6 and 2.4..6.4 give pixels 2 to 5; 2.5..6.5 and 2.6..6.6 give 3 to 6.
		for (double offset : new double[]{0, 0.4, 0.5, 0.6}) {
			double a = 2 + offset;
			PixelMask mask = PixelMask.of(PolygonShape.of(a, a, a + 4, a, a + 4, a + 4, a, a + 4));
			int first = offset < 0.5 ? 2 : 3;
			assertEquals(16, mask.count());
			assertTrue(mask.contains(first, first) && mask.contains(first + 3, first + 3));
		}
	}

	@Test
	public void polygonsOfWholeHalfAndSixteenthsEqualImageJ() {
		long seed = 20261123;
		Random random = new Random(seed);
		for (int i = 0; i < 3000; i++) {
			int grid = i % 3 == 0 ? 1 : i % 3 == 1 ? 2 : 16;
			double[] xy = new double[2 * (3 + random.nextInt(9))];
			for (int k = 0; k < xy.length; k++)
				xy[k] = random.nextInt(SIZE * grid) / (double) grid;
			assertEqualsImageJ("seed " + seed + ", polygon " + i, PolygonShape.of(xy));
		}
	}

	@Test
	public void compositesWithHolesEqualImageJ() {
		Ring frame = new Ring(Vertices.of(2.5, 2.5, 30.5, 2.5, 30.5, 20.5, 2.5, 20.5),
				List.of(Vertices.of(5.5, 5, 10, 5.5, 7.5, 12.5)));
		Ring island = Ring.of(Vertices.of(6.5, 7, 8, 7, 7.5, 9.5));
		assertEqualsImageJ("frame", new PolygonShape(List.of(frame), Origin.COMPOSITE));
		assertEqualsImageJ("island", new PolygonShape(List.of(frame, island), Origin.COMPOSITE));
	}

	@Test
	public void overlappingPartsAreUnited() {
		Ring left = Ring.of(Vertices.of(0, 0, 10, 0, 10, 10, 0, 10));
		Ring right = Ring.of(Vertices.of(5, 5, 15, 5, 15, 15, 5, 15));
		PixelMask mask = PixelMask.of(new PolygonShape(List.of(left, right), Origin.COMPOSITE));
		assertEquals(175, mask.count());
		assertTrue(mask.contains(7, 7));
	}

	@Test
	public void ovalsAndRectanglesEqualImageJ() {
		Random random = new Random(5);
		for (int i = 0; i < 300; i++) {
			Box box = new Box(random.nextInt(9), random.nextInt(9), 1 + random.nextInt(25), 1 + random.nextInt(25));
			assertEqualsImageJ("oval in " + box, EllipseShape.inside(box));
			assertEqualsImageJ("rectangle " + box, new RectangleShape(box, 0));
		}
	}

	@Test
	public void tiltedEllipseCoversThePixelsWhoseCentresLieInside() {
		EllipseShape ellipse = new EllipseShape(new Point(5.2, 8.1), new Point(33.3, 25.7), 0.4, false);
		PixelMask mask = PixelMask.of(ellipse);
		double angle = ellipse.angle();
		for (int y = 0; y < SIZE; y++)
			for (int x = 0; x < SIZE; x++) {
				double dx = x + 0.5 - ellipse.centre().x();
				double dy = y + 0.5 - ellipse.centre().y();
				double u = (dx * Math.cos(angle) + dy * Math.sin(angle)) / ellipse.firstRadius();
				double v = (dy * Math.cos(angle) - dx * Math.sin(angle)) / ellipse.secondRadius();
				assertEquals(x + ", " + y, u * u + v * v <= 1, mask.contains(x, y));
			}
	}

	@Test
	public void neighboursShareNoPixelAndMissNone() {
		Random random = new Random(9);
		for (int i = 0; i < 200; i++) {
			double x = random.nextInt(60) / 2.0 + 3;
			double y = random.nextInt(60) / 2.0 + 3;
			PixelMask a = PixelMask.of(PolygonShape.of(0, 0, SIZE, 0, x, y));
			PixelMask b = PixelMask.of(PolygonShape.of(SIZE, 0, SIZE, SIZE, x, y));
			PixelMask c = PixelMask.of(PolygonShape.of(SIZE, SIZE, 0, SIZE, x, y));
			PixelMask d = PixelMask.of(PolygonShape.of(0, SIZE, 0, 0, x, y));
			assertEquals("corner at " + x + ", " + y, SIZE * SIZE, a.count() + b.count() + c.count() + d.count());
		}
	}

	@Test
	public void whatLiesOutsideTheImageIsLeftOut() {
		Shape large = PolygonShape.of(-1e12, -1e12, 1e12, -1e12, 1e12, 1e12, -1e12, 1e12);
		int[] count = {0};
		PixelSpans.forEach(large, 7, 5, (y, from, to) -> count[0] += to - from);
		assertEquals(35, count[0]);
		String message = assertThrows(IllegalArgumentException.class, () -> PixelMask.of(large)).getMessage();
		assertTrue(message, message.contains("too large"));
	}

	@Test
	public void pointsAndLinesCoverThePixelsTheyLieIn() {
		assertEquals("[3,4 7,7]", cells(PointsShape.of(new Point(3.9, 4), new Point(7, 7.5), new Point(99, 1))));
		assertEquals("[0,0 1,1 2,2]", cells(new LineShape(new Point(0.5, 0.5), new Point(2.5, 2.5))));
		assertEquals("[2,3]", cells(new LineShape(new Point(2.2, 3.3), new Point(2.8, 3.9))));
		assertEquals("however long", 10, cells(new LineShape(new Point(-1e15, 5.5), new Point(1e15, 5.5))).split(" ").length);
	}

	private static String cells(Shape shape) {
		TreeSet<String> cells = new TreeSet<>();
		PixelSpans.forEach(shape, 10, 10, (y, from, to) -> {
			for (int x = from; x < to; x++)
				cells.add(x + "," + y);
		});
		return "[" + String.join(" ", cells) + "]";
	}

	private static void assertEqualsImageJ(String what, Shape shape) {
		Roi roi = RoiShapes.roiOf(shape);
		ImageProcessor expected = roi.getMask();
		Rectangle bounds = roi.getBounds();
		PixelMask mask = PixelMask.of(shape);
		for (int y = 0; y < SIZE; y++)
			for (int x = 0; x < SIZE; x++) {
				boolean inside = bounds.contains(x, y)
						&& (expected == null || expected.getPixel(x - bounds.x, y - bounds.y) != 0);
				if (inside != mask.contains(x, y)) assertEquals(what + " " + shape + " at " + x + ", " + y, inside, !inside);
			}
	}
}
