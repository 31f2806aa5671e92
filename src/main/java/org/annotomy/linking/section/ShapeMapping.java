package org.annotomy.linking.section;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

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
import org.annotomy.annotation.shape.Shape;
import org.annotomy.annotation.shape.ShapeGeometry;
import org.annotomy.annotation.shape.TextShape;
import org.annotomy.geometry.Box;
import org.annotomy.geometry.Point;
import org.annotomy.geometry.Vertices;

/**
 * Takes a mark from the plane of one image to that of another, point by point. Lines and points stay what they are; rectangles and upright
 * ellipses do where they stay upright, and become polygons where they are turned or bent. A text is moved, not turned.
 */
public final class ShapeMapping {

	private static final double UPRIGHT = 1e-6;

	private final UnaryOperator<Point> map;

	private ShapeMapping(UnaryOperator<Point> map) {
		this.map = map;
	}

	/**
	 * @param map from pixels of the one image to pixels of the other, both in the pixel-corner frame
	 * @throws IllegalArgumentException if nothing is left of an area, or a point has no place in the other image
	 */
	public static Shape map(Shape shape, UnaryOperator<Point> map) {
		return new ShapeMapping(map).mapped(shape);
	}

	private Shape mapped(Shape shape) {
		if (shape instanceof PointsShape s) return new PointsShape(all(s.points()), s.counters());
		if (shape instanceof LineShape s) return line(s);
		if (shape instanceof ArrowShape s)
			return new ArrowShape(at(s.from()), at(s.to()), s.headStyle(), s.headSize(), s.doubleHeaded(), s.outline());
		if (shape instanceof AngleShape s) return new AngleShape(at(s.first()), at(s.vertex()), at(s.second()));
		if (shape instanceof BidirectionalShape s) return new BidirectionalShape(line(s.longAxis()), line(s.shortAxis()));
		if (shape instanceof PolylineShape s) return new PolylineShape(all(s.vertices()), s.freehand(), s.spline());
		if (shape instanceof TextShape s) {
			Point corner = new Point(s.box().x(), s.box().y());
			return s.translate(at(corner).x() - corner.x(), at(corner).y() - corner.y());
		}
		if (shape instanceof RectangleShape s && s.cornerDiameter() == 0 && staysUpright(s.box()))
			return new RectangleShape(around(s.box()), 0);
		if (shape instanceof EllipseShape s && s.upright() && staysUpright(s.bounds()))
			return EllipseShape.inside(around(s.bounds()));
		return polygon(shape);
	}

	private LineShape line(LineShape line) {
		return new LineShape(at(line.from()), at(line.to()));
	}

	private Shape polygon(Shape shape) {
		var area = ShapeGeometry.area(shape).copy();
		area.apply((org.locationtech.jts.geom.CoordinateFilter) c -> {
			Point to = at(new Point(c.x, c.y));
			c.x = to.x();
			c.y = to.y();
		});
		area.geometryChanged();
		Origin origin = shape instanceof PolygonShape s ? s.origin() : Origin.POLYGON;
		return ShapeGeometry.toPolygon(area.isValid() ? area : area.buffer(0), origin == Origin.SPLINE ? Origin.POLYGON : origin)
				.orElseThrow(() -> new IllegalArgumentException("Nothing would be left of the mark in the other image."));
	}

	private Vertices all(Vertices vertices) {
		List<Point> points = new ArrayList<>();
		vertices.forEach(p -> points.add(at(p)));
		return Vertices.of(points);
	}

	private Point at(Point point) {
		Point to = map.apply(point);
		if (!Double.isFinite(to.x()) || !Double.isFinite(to.y()))
			throw new IllegalArgumentException("A point of the mark has no place in the other image.");
		return to;
	}

	private boolean staysUpright(Box box) {
		Point corner = at(new Point(box.x(), box.y()));
		Point right = at(new Point(box.maxX(), box.y()));
		Point below = at(new Point(box.x(), box.maxY()));
		Point across = at(new Point(box.maxX(), box.maxY()));
		double size = UPRIGHT * (1 + corner.distanceTo(across));
		return Math.abs(corner.y() - right.y()) < size && Math.abs(corner.x() - below.x()) < size
				&& Math.abs(across.x() - right.x()) < size && Math.abs(across.y() - below.y()) < size;
	}

	private Box around(Box box) {
		Point a = at(new Point(box.x(), box.y()));
		Point b = at(new Point(box.maxX(), box.maxY()));
		return Box.around(new double[]{a.x(), a.y(), b.x(), b.y()});
	}
}
