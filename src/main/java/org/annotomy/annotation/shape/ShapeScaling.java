package org.annotomy.annotation.shape;

import java.util.List;

import org.annotomy.geometry.Box;
import org.annotomy.geometry.Point;
import org.annotomy.geometry.Vertices;

/**
 * Shapes from one pixel grid to another that is finer or coarser by the same factor in both directions, such as the levels of a slide.
 *
 * @param factor pixels of the new grid per pixel of the old one, above 0
 * @param dx where the origin of the old grid lies in the new one; likewise {@code dy}
 */
public record ShapeScaling(double factor, double dx, double dy) {

	/** @throws IllegalArgumentException if the factor is not a number above 0 */
	public ShapeScaling {
		if (!(factor > 0) || Double.isInfinite(factor))
			throw new IllegalArgumentException("Shapes are scaled by a factor above 0, not " + factor + ".");
	}

	/** The other way. */
	public ShapeScaling inverse() {
		return new ShapeScaling(1 / factor, -dx / factor, -dy / factor);
	}

	/** The shape on the new grid; sizes of arrow heads and texts grow with it. */
	public Shape apply(Shape shape) {
		if (shape instanceof PointsShape s) return new PointsShape(apply(s.points()), s.counters());
		if (shape instanceof LineShape s) return apply(s);
		if (shape instanceof ArrowShape s)
			return new ArrowShape(apply(s.from()), apply(s.to()), s.headStyle(), s.headSize() * factor, s.doubleHeaded(),
					s.outline());
		if (shape instanceof PolylineShape s) return new PolylineShape(apply(s.vertices()), s.freehand(), s.spline());
		if (shape instanceof AngleShape s) return new AngleShape(apply(s.first()), apply(s.vertex()), apply(s.second()));
		if (shape instanceof BidirectionalShape s) return new BidirectionalShape(apply(s.longAxis()), apply(s.shortAxis()));
		return area(shape);
	}

	private Shape area(Shape shape) {
		if (shape instanceof RectangleShape s) return new RectangleShape(apply(s.box()), s.cornerDiameter() * factor);
		if (shape instanceof RotatedRectangleShape s)
			return new RotatedRectangleShape(apply(s.from()), apply(s.to()), s.width() * factor);
		if (shape instanceof EllipseShape s)
			return new EllipseShape(apply(s.from()), apply(s.to()), s.aspectRatio(), s.upright());
		if (shape instanceof TextShape s)
			return new TextShape(apply(s.box()), s.text(), s.fontName(), s.fontSize() * factor, s.fontStyle(), s.justification(),
					s.angleDegrees());
		PolygonShape polygon = (PolygonShape) shape;
		return new PolygonShape(polygon.parts().stream().map(this::apply).toList(), polygon.origin());
	}

	private Ring apply(Ring ring) {
		List<Vertices> holes = ring.holes().stream().map(this::apply).toList();
		return new Ring(apply(ring.shell()), holes);
	}

	private LineShape apply(LineShape line) {
		return new LineShape(apply(line.from()), apply(line.to()));
	}

	/** A place on the new grid. */
	public Point apply(Point point) {
		return new Point(point.x() * factor + dx, point.y() * factor + dy);
	}

	private Box apply(Box box) {
		return new Box(box.x() * factor + dx, box.y() * factor + dy, box.width() * factor, box.height() * factor);
	}

	private Vertices apply(Vertices vertices) {
		double[] xy = vertices.toArray();
		for (int i = 0; i < xy.length; i += 2) {
			xy[i] = xy[i] * factor + dx;
			xy[i + 1] = xy[i + 1] * factor + dy;
		}
		return Vertices.adopt(xy);
	}
}
