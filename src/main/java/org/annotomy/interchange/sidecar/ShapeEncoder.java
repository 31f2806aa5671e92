package org.annotomy.interchange.sidecar;

import java.util.ArrayList;
import java.util.List;

import org.annotomy.annotation.shape.AngleShape;
import org.annotomy.annotation.shape.ArrowShape;
import org.annotomy.annotation.shape.BidirectionalShape;
import org.annotomy.annotation.shape.EllipseShape;
import org.annotomy.annotation.shape.LineShape;
import org.annotomy.annotation.shape.PointsShape;
import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.annotation.shape.PolylineShape;
import org.annotomy.annotation.shape.RectangleShape;
import org.annotomy.annotation.shape.Ring;
import org.annotomy.annotation.shape.RotatedRectangleShape;
import org.annotomy.annotation.shape.Shape;
import org.annotomy.annotation.shape.TextShape;
import org.annotomy.geometry.Box;
import org.annotomy.geometry.Vertices;
import org.annotomy.json.JsonArray;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonScalar;
import org.annotomy.json.JsonValue;

/**
 * Writes the member {@code shape}: what restores a shape bit by bit, in ImageJ's own terms and coordinates. Points are left out where the
 * geometry has them exactly.
 */
final class ShapeEncoder {

	private ShapeEncoder() {}

	/** @param outline the geometry that is written beside it, or null if none is */
	static JsonObject.Builder encode(Shape shape, Outline outline) {
		boolean exact = outline != null && outline.exact();
		if (shape instanceof PolygonShape s) return polygon(s, exact, outline != null && outline.turned());
		if (shape instanceof PointsShape s) return points(s);
		if (shape instanceof LineShape s) return ends("line", s.from().x(), s.from().y(), s.to().x(), s.to().y());
		if (shape instanceof ArrowShape s) return arrow(s);
		if (shape instanceof PolylineShape s) return polyline(s, exact);
		if (shape instanceof AngleShape s) {
			JsonObject.Builder to = kind("angle");
			if (!exact) ExactNumbers.putCentred(to, "xy", true, ExactNumbers.flat(s.first(), s.vertex(), s.second()));
			return to;
		}
		if (shape instanceof BidirectionalShape s)
			return ends("bidirectional", ExactNumbers.flat(s.longAxis().from(), s.longAxis().to(), s.shortAxis().from(),
					s.shortAxis().to()));
		if (shape instanceof RectangleShape s) return rectangle(s);
		if (shape instanceof RotatedRectangleShape s)
			return kind("rotatedRect").put("p", ExactNumbers.of(ExactNumbers.flat(s.from(), s.to())))
					.put("width", ExactNumbers.of(s.width()));
		if (shape instanceof EllipseShape s) return ellipse(s);
		return text((TextShape) shape);
	}

	private static JsonObject.Builder kind(String ij) {
		return JsonObject.builder().put("ij", ij);
	}

	private static JsonObject.Builder ends(String ij, double... xy) {
		JsonObject.Builder to = kind(ij);
		ExactNumbers.putCentred(to, "p", false, xy);
		return to;
	}

	private static JsonObject.Builder points(PointsShape shape) {
		JsonObject.Builder to = kind("point");
		ExactNumbers.putCentred(to, "xy", true, shape.points().toArray());
		if (!shape.counters().isEmpty())
			to.put("counters", JsonArray.of(shape.counters().stream().map(c -> JsonScalar.of((long) c)).toList()));
		return to;
	}

	private static JsonObject.Builder arrow(ArrowShape shape) {
		JsonObject.Builder head = JsonObject.builder().put("style", shape.headStyle())
				.put("size", ExactNumbers.of(shape.headSize()));
		if (shape.doubleHeaded()) head.put("double", true);
		if (shape.outline()) head.put("outline", true);
		return ends("arrow", ExactNumbers.flat(shape.from(), shape.to())).put("head", head.build());
	}

	private static JsonObject.Builder polyline(PolylineShape shape, boolean exact) {
		JsonObject.Builder to = kind(shape.freehand() ? "freeline" : "polyline");
		if (shape.spline()) to.put("spline", true);
		if (shape.spline()) ExactNumbers.putCentred(to, "knots", true, shape.vertices().toArray());
		else if (!exact) ExactNumbers.putCentred(to, "xy", true, shape.vertices().toArray());
		return to;
	}

	private static JsonObject.Builder rectangle(RectangleShape shape) {
		JsonObject.Builder to = kind("rect").put("box", box(shape.box()));
		if (Double.compare(shape.cornerDiameter(), 0) != 0) to.put("arc", ExactNumbers.of(shape.cornerDiameter()));
		return to;
	}

	private static JsonObject.Builder ellipse(EllipseShape shape) {
		JsonObject.Builder to = kind(shape.upright() ? "oval" : "ellipse");
		double width = shape.to().x() - shape.from().x();
		double height = width * shape.aspectRatio();
		if (shape.upright() && width > 0 && height > 0 && Double.isFinite(shape.from().x() + width + height + shape.from().y())) {
			Box box = new Box(shape.from().x(), shape.from().y() - height / 2, width, height);
			to.put("box", box(box));
			if (EllipseShape.inside(box).equals(shape)) return to;
		}
		return to.put("p", ExactNumbers.of(ExactNumbers.flat(shape.from(), shape.to())))
				.put("ratio", ExactNumbers.of(shape.aspectRatio()));
	}

	private static JsonObject.Builder polygon(PolygonShape shape, boolean exact, boolean turned) {
		JsonObject.Builder to = kind(switch (shape.origin()) {
			case POLYGON, SPLINE -> "polygon";
			case FREEHAND -> "freehand";
			case TRACED -> "traced";
			case COMPOSITE -> "composite";
		});
		if (shape.origin() == PolygonShape.Origin.SPLINE)
			return to.put("spline", true).put("knots", ExactNumbers.pairs(shape.parts().get(0).shell().toArray()));
		if (!exact) return to.put("rings", rings(shape));
		return turned ? to.put("turned", true) : to;
	}

	private static JsonArray rings(PolygonShape shape) {
		List<JsonValue> parts = new ArrayList<>();
		for (Ring part : shape.parts()) {
			List<JsonValue> rings = new ArrayList<>();
			rings.add(ExactNumbers.of(part.shell().toArray()));
			for (Vertices hole : part.holes())
				rings.add(ExactNumbers.of(hole.toArray()));
			parts.add(JsonArray.of(rings));
		}
		return JsonArray.of(parts);
	}

	private static JsonObject.Builder text(TextShape shape) {
		return kind("text").put("text", shape.text()).put("font", shape.fontName()).put("size", ExactNumbers.of(shape.fontSize()))
				.put("style", shape.fontStyle()).put("justify", shape.justification())
				.put("angle", ExactNumbers.of(shape.angleDegrees())).put("box", box(shape.box()));
	}

	private static JsonArray box(Box box) {
		return ExactNumbers.of(box.x(), box.y(), box.width(), box.height());
	}
}
