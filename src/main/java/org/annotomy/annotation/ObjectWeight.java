package org.annotomy.annotation;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.shape.PointsShape;
import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.annotation.shape.PolylineShape;
import org.annotomy.annotation.shape.Ring;
import org.annotomy.annotation.shape.Shape;
import org.annotomy.geometry.Vertices;

/** How much memory an object takes, roughly: enough to bound the history. */
final class ObjectWeight {

	private static final long FIXED = 400;
	private static final long PER_POINT = 16;

	private ObjectWeight() {}

	static long bytes(AnnotationObject object) {
		return FIXED + 64L * (object.attributes().size() + object.measurements().size() + object.metadata().size())
				+ PER_POINT * points(object.shape());
	}

	private static long points(Shape shape) {
		if (shape instanceof PointsShape points) return points.points().size();
		if (shape instanceof PolylineShape line) return line.vertices().size();
		if (!(shape instanceof PolygonShape polygon)) return 4;
		long count = 0;
		for (Ring part : polygon.parts())
			count += part.shell().size() + part.holes().stream().mapToLong(Vertices::size).sum();
		return count;
	}
}
