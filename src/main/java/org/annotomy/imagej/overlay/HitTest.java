package org.annotomy.imagej.overlay;

import java.util.List;

import org.annotomy.annotation.shape.ArrowShape;
import org.annotomy.annotation.shape.PointsShape;
import org.annotomy.annotation.shape.TextShape;
import org.annotomy.geometry.Point;

/** Whether a point lies on an object. */
final class HitTest {

	private HitTest() {}

	/** Inside an area (not in its holes), or within the tolerance of a line or point. */
	static boolean hits(DisplayedObject object, double x, double y, double tolerance) {
		double reach = tolerance + object.style().strokeWidth() / 2;
		if (!object.bounds().grow(reach).contains(new Point(x, y))) return false;
		if (object.object().shape() instanceof TextShape) return true;
		if (object.object().shape() instanceof PointsShape) return isNearPoint(object.outlines(), x, y, reach);
		if (object.object().shape() instanceof ArrowShape arrow)
			return distance(x, y, arrow.from().x(), arrow.from().y(), arrow.to().x(), arrow.to().y()) <= reach;
		return object.isArea() && object.path().contains(x, y) || isNearLine(object, x, y, reach);
	}

	private static boolean isNearPoint(List<double[]> points, double x, double y, double reach) {
		for (double[] xy : points)
			for (int i = 0; i < xy.length; i += 2)
				if (Math.hypot(xy[i] - x, xy[i + 1] - y) <= reach) return true;
		return false;
	}

	private static boolean isNearLine(DisplayedObject object, double x, double y, double reach) {
		for (double[] xy : object.outlines()) {
			for (int i = 2; i < xy.length; i += 2)
				if (distance(x, y, xy[i - 2], xy[i - 1], xy[i], xy[i + 1]) <= reach) return true;
			int last = xy.length - 2;
			if (object.isArea() && distance(x, y, xy[last], xy[last + 1], xy[0], xy[1]) <= reach) return true;
		}
		return false;
	}

	private static double distance(double x, double y, double x1, double y1, double x2, double y2) {
		return java.awt.geom.Line2D.ptSegDist(x1, y1, x2, y2, x, y);
	}
}
