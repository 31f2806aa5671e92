package org.annotomy.annotation.shape;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;

import org.annotomy.geometry.Box;
import org.annotomy.geometry.Point;
import org.annotomy.geometry.Vertices;
import org.junit.Test;

public class ShapeScalingTest {

	private static final ShapeScaling SCALING = new ShapeScaling(4, 1000, 2000);

	private static final List<Shape> EACH_KIND = List.of(new PointsShape(Vertices.of(1, 2, 3, 4), List.of(0, 1)),
			new LineShape(new Point(1, 2), new Point(5, 8)),
			new ArrowShape(new Point(1, 2), new Point(5, 8), "Filled", 10, false, true),
			new PolylineShape(Vertices.of(1, 2, 3, 4, 9, 9), true, false),
			new AngleShape(new Point(0, 1), new Point(2, 3), new Point(9, 1)),
			new BidirectionalShape(new LineShape(new Point(0, 0), new Point(9, 0)),
					new LineShape(new Point(4, 1), new Point(4, 3))),
			new RectangleShape(new Box(1, 2, 3, 4), 2), new RotatedRectangleShape(new Point(0, 0), new Point(8, 2), 3),
			new EllipseShape(new Point(0, 4), new Point(10, 4), 0.5, true),
			PolygonShape.of(0, 0, 8, 0, 4, 4),
			new TextShape(new Box(1, 1, 20, 10), "x", "SansSerif", 12, 0, 0, 0));

	@Test
	public void boundsAreScaledWithTheShape() {
		for (Shape shape : EACH_KIND) {
			Box before = shape.bounds();
			Box after = SCALING.apply(shape).bounds();
			assertEquals(shape.toString(), 4 * before.x() + 1000, after.x(), 1e-9);
			assertEquals(shape.toString(), 4 * before.y() + 2000, after.y(), 1e-9);
			assertEquals(shape.toString(), 4 * before.width(), after.width(), 1e-9);
			assertEquals(shape.toString(), 4 * before.height(), after.height(), 1e-9);
			assertEquals(shape.kind(), SCALING.apply(shape).kind());
		}
	}

	/** Powers of two lose nothing. */
	@Test
	public void theWayBackGivesTheSameShape() {
		for (Shape shape : EACH_KIND)
			assertEquals(shape, SCALING.inverse().apply(SCALING.apply(shape)));
	}

	@Test
	public void nonsenseIsRefused() {
		assertThrows(IllegalArgumentException.class, () -> new ShapeScaling(0, 0, 0));
		assertThrows(IllegalArgumentException.class, () -> new ShapeScaling(Double.NaN, 0, 0));
	}
}
