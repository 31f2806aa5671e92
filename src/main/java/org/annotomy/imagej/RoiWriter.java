package org.annotomy.imagej;

import java.awt.Font;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

import org.annotomy.annotation.shape.AngleShape;
import org.annotomy.annotation.shape.ArrowShape;
import org.annotomy.annotation.shape.BidirectionalShape;
import org.annotomy.annotation.shape.EllipseShape;
import org.annotomy.annotation.shape.LineShape;
import org.annotomy.annotation.shape.PointsShape;
import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.annotation.shape.PolylineShape;
import org.annotomy.annotation.shape.RectangleShape;
import org.annotomy.annotation.shape.RotatedRectangleShape;
import org.annotomy.annotation.shape.Shape;
import org.annotomy.annotation.shape.TextShape;
import org.annotomy.geometry.Box;
import org.annotomy.geometry.Point;
import org.annotomy.geometry.Vertices;

import ij.gui.Arrow;
import ij.gui.EllipseRoi;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.PointRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.RotatedRectRoi;
import ij.gui.ShapeRoi;
import ij.gui.TextRoi;

/** One ImageJ selection from its shape. */
final class RoiWriter {

	private static final double CENTRE = RoiReader.CENTRE;

	private static final Point ORIGIN = new Point(0, 0);

	/** Relative error of the few sums that a box goes through on its way to an ellipse and back. */
	private static final double ROUNDING = 1e-12;

	private RoiWriter() {}

	static Roi roi(Shape shape) {
		Roi roi = plain(shape);
		roi.setGroup(0);
		roi.setStrokeColor(null);
		roi.setFillColor(null);
		if (!(roi instanceof Arrow)) roi.setStroke(null);
		return roi;
	}

	private static Roi plain(Shape shape) {
		if (shape instanceof RectangleShape s) return rectangle(s.box(), (int) Math.round(s.cornerDiameter()));
		if (shape instanceof EllipseShape s) return s.upright() ? oval(s) : ellipse(s);
		if (shape instanceof RotatedRectangleShape s)
			return new RotatedRectRoi(s.from().x(), s.from().y(), s.to().x(), s.to().y(), s.width());
		if (shape instanceof PolygonShape s) return polygon(s);
		if (shape instanceof LineShape s) return line(s.from(), s.to());
		if (shape instanceof ArrowShape s) return arrow(s);
		if (shape instanceof PolylineShape s) return polyline(s);
		if (shape instanceof AngleShape s)
			return open(Vertices.of(s.first().x(), s.first().y(), s.vertex().x(), s.vertex().y(), s.second().x(), s.second().y()),
					Roi.ANGLE);
		if (shape instanceof PointsShape s) return points(s);
		if (shape instanceof BidirectionalShape s) return cross(s);
		return text((TextShape) shape);
	}

	private static Roi rectangle(Box box, int corner) {
		if (isWhole(box))
			return new Roi((int) box.x(), (int) box.y(), (int) box.width(), (int) box.height(), corner);
		return new Roi(box.x(), box.y(), box.width(), box.height(), corner);
	}

	private static OvalRoi oval(EllipseShape s) {
		double width = tidy(s.to().x() - s.from().x(), s.to().x());
		double height = tidy(width * s.aspectRatio(), width);
		double y = tidy(s.from().y() - height / 2, Math.max(Math.abs(s.from().y()), height));
		Box box = new Box(s.from().x(), y, Math.abs(width), Math.abs(height));
		if (isWhole(box)) return new OvalRoi((int) box.x(), (int) box.y(), (int) box.width(), (int) box.height());
		return new OvalRoi(box.x(), box.y(), box.width(), box.height());
	}

	/** ImageJ's ellipses have their longer axis first. */
	private static EllipseRoi ellipse(EllipseShape s) {
		if (s.aspectRatio() <= 1)
			return new EllipseRoi(s.from().x(), s.from().y(), s.to().x(), s.to().y(), s.aspectRatio());
		Point c = s.centre();
		double dx = -(s.to().y() - c.y()) * s.aspectRatio();
		double dy = (s.to().x() - c.x()) * s.aspectRatio();
		return new EllipseRoi(c.x() - dx, c.y() - dy, c.x() + dx, c.y() + dy, 1 / s.aspectRatio());
	}

	private static Roi polygon(PolygonShape s) {
		if (!s.isSimple() || s.origin() == PolygonShape.Origin.COMPOSITE) return CompositePaths.roi(s);
		int type = switch (s.origin()) {
			case FREEHAND -> Roi.FREEROI;
			case TRACED -> Roi.TRACED_ROI;
			default -> Roi.POLYGON;
		};
		PolygonRoi roi = polygon(s.parts().get(0).shell(), type, 0);
		if (s.origin() == PolygonShape.Origin.SPLINE) roi.fitSpline();
		return roi;
	}

	private static PolygonRoi polyline(PolylineShape s) {
		PolygonRoi roi = open(s.vertices(), s.freehand() ? Roi.FREELINE : Roi.POLYLINE);
		if (s.spline()) roi.fitSpline();
		return roi;
	}

	private static PolygonRoi open(Vertices vertices, int type) {
		return polygon(vertices, type, CENTRE);
	}

	private static PolygonRoi polygon(Vertices v, int type, double shift) {
		if (isWhole(v, shift)) {
			int[] x = new int[v.size()];
			int[] y = new int[v.size()];
			for (int i = 0; i < x.length; i++) {
				x[i] = (int) (v.x(i) - shift);
				y[i] = (int) (v.y(i) - shift);
			}
			return new PolygonRoi(x, y, x.length, type);
		}
		Vertices inFrame = v.translate(-shift, -shift);
		Point base = base(inFrame);
		PolygonRoi roi = new PolygonRoi(floats(inFrame, base, true), floats(inFrame, base, false), type);
		if (base != ORIGIN) roi.setLocation(base.x(), base.y());
		return roi;
	}

	private static PointRoi points(PointsShape s) {
		Vertices inFrame = s.points().translate(-CENTRE, -CENTRE);
		Point base = base(inFrame);
		PointRoi roi = new PointRoi(floats(inFrame, base, true), floats(inFrame, base, false));
		if (base != ORIGIN) roi.setLocation(base.x(), base.y());
		if (!s.counters().isEmpty()) roi.setCounters(s.counters().stream().mapToInt(c -> c & 0xff).toArray());
		return roi;
	}

	/**
	 * What the floats of a selection are to count from: the origin if they can hold every coordinate, else the corner of the bounds, which
	 * ImageJ holds in double precision. (ImageJ's bounds are too large if no coordinate is above 0; counting from the corner avoids that.)
	 */
	private static Point base(Vertices v) {
		Box bounds = v.bounds();
		if (!(bounds.maxX() > 0 && bounds.maxY() > 0)) return new Point(bounds.x(), bounds.y());
		for (int i = 0; i < v.size(); i++)
			if (v.x(i) != (float) v.x(i) || v.y(i) != (float) v.y(i)) return new Point(bounds.x(), bounds.y());
		return ORIGIN;
	}

	private static float[] floats(Vertices v, Point base, boolean x) {
		float[] floats = new float[v.size()];
		for (int i = 0; i < floats.length; i++)
			floats[i] = (float) (x ? v.x(i) - base.x() : v.y(i) - base.y());
		return floats;
	}

	private static Line line(Point from, Point to) {
		return new Line(from.x() - CENTRE, from.y() - CENTRE, to.x() - CENTRE, to.y() - CENTRE);
	}

	private static Arrow arrow(ArrowShape s) {
		Arrow arrow = new Arrow(s.from().x() - CENTRE, s.from().y() - CENTRE, s.to().x() - CENTRE, s.to().y() - CENTRE);
		arrow.setStyle(RoiReader.headOf(s.headStyle()));
		arrow.setHeadSize(s.headSize());
		arrow.setDoubleHeaded(s.doubleHeaded());
		arrow.setOutline(s.outline());
		return arrow;
	}

	/** Two open lines in one composite: it is drawn as a cross and moved as one. */
	private static ShapeRoi cross(BidirectionalShape s) {
		Path2D.Double path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
		for (LineShape axis : new LineShape[]{s.longAxis(), s.shortAxis()}) {
			path.moveTo(axis.from().x(), axis.from().y());
			path.lineTo(axis.to().x(), axis.to().y());
		}
		return new ShapeRoi(path);
	}

	private static TextRoi text(TextShape s) {
		Font font = new Font(s.fontName(), s.fontStyle(), (int) Math.round(s.fontSize()));
		if (font.getSize() != s.fontSize()) font = font.deriveFont((float) s.fontSize());
		TextRoi roi = new TextRoi(s.box().x(), s.box().y(), s.box().width(), s.box().height(), s.text() + "\n", font);
		roi.setJustification(s.justification());
		roi.setAngle(s.angleDegrees());
		roi.setBounds(new Rectangle2D.Double(s.box().x(), s.box().y(), s.box().width(), s.box().height()));
		return roi;
	}

	private static boolean isWhole(Box box) {
		return isWhole(box.x()) && isWhole(box.y()) && isWhole(box.width()) && isWhole(box.height()) && box.width() >= 1
				&& box.height() >= 1;
	}

	private static boolean isWhole(Vertices v, double shift) {
		for (int i = 0; i < v.size(); i++)
			if (!isWhole(v.x(i) - shift) || !isWhole(v.y(i) - shift)) return false;
		return true;
	}

	private static boolean isWhole(double value) {
		return value == Math.rint(value) && Math.abs(value) < Integer.MAX_VALUE;
	}

	/** The whole number that is meant, if rounding alone has kept {@code value} from being it. */
	private static double tidy(double value, double scale) {
		double whole = Math.rint(value);
		return Math.abs(value - whole) <= ROUNDING * Math.max(1, Math.abs(scale)) ? whole : value;
	}
}
