package org.annotomy.imagej;

import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

import org.annotomy.annotation.shape.AngleShape;
import org.annotomy.annotation.shape.ArrowShape;
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
import org.annotomy.geometry.Vertices;

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
import ij.process.FloatPolygon;

/** The shape of one ImageJ selection. */
final class RoiReader {

	/** From ImageJ's frame of lines and points, whose integers are pixel centres, to pixel corners. */
	static final double CENTRE = 0.5;

	private static final String[] HEADS = {"filled", "notched", "open", "headless", "bar"};

	private final Roi roi;

	RoiReader(Roi roi) {
		this.roi = roi;
	}

	/** ImageJ's number of an arrow head's style; 0 (filled) if there is none of that name. */
	static int headOf(String style) {
		return Math.max(0, List.of(HEADS).indexOf(style));
	}

	Shape shape() {
		if (roi instanceof ImageRoi)
			throw new IllegalArgumentException(
					"An image selection holds pixels, not an outline, and cannot become an annotation. Draw around it instead.");
		if (roi.getProperty(RoiShapes.LAYER) != null)
			throw new IllegalArgumentException("The layer of annotations on display is not itself a selection.");
		if (roi instanceof TextRoi text) return text(text);
		if (roi instanceof OvalRoi) return EllipseShape.inside(box());
		if (roi instanceof Arrow arrow) return arrow(arrow);
		if (roi instanceof Line line) return line(line);
		if (roi instanceof ShapeRoi composite) return CompositePaths.shape(composite);
		if (roi instanceof PointRoi points) return points(points);
		if (roi instanceof RotatedRectRoi rectangle) return rotatedRectangle(rectangle.getParams());
		if (roi instanceof EllipseRoi ellipse) return ellipse(ellipse.getParams());
		if (roi instanceof PolygonRoi polygon) return polygon(polygon);
		if (roi.getType() == Roi.RECTANGLE) return new RectangleShape(box(), roi.getCornerDiameter());
		throw new IllegalArgumentException("A selection of the kind " + roi.getTypeAsString() + " cannot become an annotation.");
	}

	private Box box() {
		Rectangle2D.Double bounds = roi.getFloatBounds();
		return new Box(bounds.x, bounds.y, bounds.width, bounds.height);
	}

	private TextShape text(TextRoi text) {
		String lines = text.getText();
		Font font = text.getCurrentFont();
		return new TextShape(box(), lines.endsWith("\n") ? lines.substring(0, lines.length() - 1) : lines, font.getName(),
				font.getSize2D(), font.getStyle(), text.getJustification(), text.getAngle());
	}

	private static LineShape line(Line line) {
		return new LineShape(new Point(line.x1d + CENTRE, line.y1d + CENTRE), new Point(line.x2d + CENTRE, line.y2d + CENTRE));
	}

	private static ArrowShape arrow(Arrow arrow) {
		LineShape line = line(arrow);
		return new ArrowShape(line.from(), line.to(), HEADS[arrow.getStyle()], arrow.getHeadSize(), arrow.getDoubleHeaded(),
				arrow.getOutline());
	}

	private static RotatedRectangleShape rotatedRectangle(double[] p) {
		return new RotatedRectangleShape(new Point(p[0], p[1]), new Point(p[2], p[3]), p[4]);
	}

	private static EllipseShape ellipse(double[] p) {
		return new EllipseShape(new Point(p[0], p[1]), new Point(p[2], p[3]), p[4], false);
	}

	private static PointsShape points(PointRoi points) {
		Vertices vertices = vertices(points, CENTRE);
		if (points.getLastCounter() == 0) return new PointsShape(vertices, List.of());
		List<Integer> counters = new ArrayList<>(vertices.size());
		boolean counted = false;
		for (int i = 0; i < vertices.size(); i++) {
			counters.add(points.getCounter(i));
			counted |= points.getCounter(i) != 0;
		}
		return new PointsShape(vertices, counted ? counters : List.of());
	}

	private static Shape polygon(PolygonRoi polygon) {
		boolean spline = polygon.isSplineFit();
		return switch (polygon.getType()) {
			case Roi.POLYLINE -> new PolylineShape(vertices(polygon, CENTRE), false, spline);
			case Roi.FREELINE -> new PolylineShape(vertices(polygon, CENTRE), true, spline);
			case Roi.ANGLE -> angle(vertices(polygon, CENTRE));
			case Roi.FREEROI -> PolygonShape.of(vertices(polygon, 0), spline ? Origin.SPLINE : Origin.FREEHAND);
			case Roi.TRACED_ROI -> PolygonShape.of(vertices(polygon, 0), spline ? Origin.SPLINE : Origin.TRACED);
			default -> PolygonShape.of(vertices(polygon, 0), spline ? Origin.SPLINE : Origin.POLYGON);
		};
	}

	private static Shape angle(Vertices v) {
		if (v.size() != 3) return new PolylineShape(v, false, false);
		return new AngleShape(v.get(0), v.get(1), v.get(2));
	}

	/** ImageJ adds offset and relative coordinate as floats; taken apart and added as doubles, nothing is lost far from the origin. */
	private static Vertices vertices(PolygonRoi polygon, double shift) {
		PolygonRoi atOrigin = (PolygonRoi) polygon.clone();
		atOrigin.setImage(null);
		atOrigin.setLocation(0, 0);
		FloatPolygon relative = atOrigin.getNonSplineFloatPolygon();
		double dx = polygon.getXBase() + shift;
		double dy = polygon.getYBase() + shift;
		double[] xy = new double[2 * relative.npoints];
		for (int i = 0; i < relative.npoints; i++) {
			xy[2 * i] = relative.xpoints[i] + dx;
			xy[2 * i + 1] = relative.ypoints[i] + dy;
		}
		return Vertices.adopt(xy);
	}
}
