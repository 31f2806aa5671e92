package org.annotomy.interchange.sidecar;

import java.util.ArrayList;
import java.util.List;

import org.annotomy.annotation.shape.EllipseShape;
import org.annotomy.annotation.shape.LineShape;
import org.annotomy.annotation.shape.PointsShape;
import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.annotation.shape.PolygonShape.Origin;
import org.annotomy.annotation.shape.PolylineShape;
import org.annotomy.annotation.shape.RectangleShape;
import org.annotomy.annotation.shape.Ring;
import org.annotomy.annotation.shape.Shape;
import org.annotomy.geometry.Box;
import org.annotomy.geometry.Vertices;

/** The shapes that a geometry stands for where nothing but the geometry is known. */
final class PlainShapes {

	private PlainShapes() {}

	/**
	 * One shape, or several for a MultiLineString, which no shape can hold.
	 *
	 * @throws IllegalArgumentException if a ring has fewer than three points, a line fewer than two, or a coordinate is not finite
	 */
	static List<Shape> of(GeoGeometry geometry) {
		return switch (geometry.kind()) {
			case POINT, MULTI_POINT -> List.of(new PointsShape(Vertices.of(geometry.points()), List.of()));
			case LINE_STRING -> List.of(line(geometry.points()));
			case MULTI_LINE_STRING -> {
				List<Shape> lines = new ArrayList<>();
				for (double[] line : geometry.parts()[0])
					lines.add(line(line));
				yield lines;
			}
			case POLYGON, MULTI_POLYGON -> List.of(area(geometry));
		};
	}

	/** @param turned whether the rings are to be turned round */
	static PolygonShape polygon(GeoGeometry geometry, Origin origin, boolean turned) {
		List<Ring> parts = new ArrayList<>(geometry.parts().length);
		for (double[][] part : geometry.parts()) {
			if (part.length == 1) {
				parts.add(Ring.of(ring(part[0], turned)));
				continue;
			}
			List<Vertices> holes = new ArrayList<>();
			for (int i = 1; i < part.length; i++)
				holes.add(ring(part[i], turned));
			parts.add(new Ring(ring(part[0], turned), holes));
		}
		return new PolygonShape(parts, origin);
	}

	private static Vertices ring(double[] xy, boolean turned) {
		double[] ring = xy.clone();
		if (turned) Rings.turn(ring);
		return Vertices.adopt(ring);
	}

	private static Shape line(double[] xy) {
		if (xy.length != 4) return new PolylineShape(Vertices.of(xy), false, false);
		Vertices ends = Vertices.of(xy);
		return new LineShape(ends.get(0), ends.get(1));
	}

	private static Shape area(GeoGeometry geometry) {
		double[] ring = geometry.points();
		Box box = Box.around(ring);
		if (geometry.ellipse() && box.width() > 0 && box.height() > 0) return EllipseShape.inside(box);
		boolean single = geometry.parts().length == 1 && geometry.parts()[0].length == 1;
		return single && ring.length == 8 && Box.isOutline(i -> ring[i])
				? new RectangleShape(box, 0)
				: polygon(geometry, Origin.POLYGON, false);
	}
}
