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
import org.annotomy.annotation.shape.PolygonShape.Origin;
import org.annotomy.annotation.shape.PolylineShape;
import org.annotomy.annotation.shape.RectangleShape;
import org.annotomy.annotation.shape.Ring;
import org.annotomy.annotation.shape.RotatedRectangleShape;
import org.annotomy.annotation.shape.Shape;
import org.annotomy.annotation.shape.TextShape;
import org.annotomy.geometry.Box;
import org.annotomy.geometry.Point;
import org.annotomy.geometry.Vertices;
import org.annotomy.json.JsonArray;
import org.annotomy.json.JsonException;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonValue;

/** Reads the member {@code shape}, the reverse of {@link ShapeEncoder}. */
final class ShapeDecoder {

	private final Members from;
	private final GeoGeometry geometry;

	private ShapeDecoder(Members from, GeoGeometry geometry) {
		this.from = from;
		this.geometry = geometry;
	}

	/**
	 * The shape as it was drawn.
	 *
	 * @param geometry beside it, or null
	 * @return null if the member is absent, of a kind not known here, or does not fit the geometry: then the geometry alone counts
	 */
	static Shape decode(Members from, GeoGeometry geometry) throws JsonException {
		JsonValue kind = from.peek("ij");
		if (kind == null) return null;
		try {
			Shape shape = new ShapeDecoder(from, geometry).read(kind.asString());
			if (shape != null) from.take("ij");
			return shape;
		} catch (IllegalArgumentException e) {
			throw new JsonException(kind.line(), e.getMessage());
		}
	}

	private Shape read(String kind) throws JsonException {
		return switch (kind) {
			case "point" -> points();
			case "line" -> line();
			case "arrow" -> arrow();
			case "polyline", "freeline" -> polyline(kind.equals("freeline"));
			case "angle" -> angle();
			case "bidirectional" -> bidirectional();
			case "rect" -> new RectangleShape(box(), from.number("arc", 0));
			case "rotatedRect" -> rotatedRectangle();
			case "oval" -> ellipse(true);
			case "ellipse" -> ellipse(false);
			case "polygon" -> polygon(from.bool("spline", false) ? Origin.SPLINE : Origin.POLYGON);
			case "freehand" -> polygon(Origin.FREEHAND);
			case "traced" -> polygon(Origin.TRACED);
			case "composite" -> polygon(Origin.COMPOSITE);
			case "text" -> text();
			default -> null;
		};
	}

	private Shape points() throws JsonException {
		double[] xy = centredOrGeometry("xy", -1);
		if (xy == null) return null;
		List<Integer> counters = new ArrayList<>();
		JsonValue stored = from.take("counters");
		if (stored != null)
			for (JsonValue counter : stored.asArray())
				counters.add(counter.asInt());
		return new PointsShape(ExactNumbers.vertices(xy), counters);
	}

	private Shape line() throws JsonException {
		double[] p = centredOrGeometry("p", 4);
		return p == null || p.length != 4 ? null : line(p, 0);
	}

	private static LineShape line(double[] p, int at) {
		return new LineShape(new Point(p[at], p[at + 1]), new Point(p[at + 2], p[at + 3]));
	}

	private Shape arrow() throws JsonException {
		double[] p = centredOrGeometry("p", 4);
		if (p == null || p.length != 4) return null;
		Members head = from.nested("head");
		String style = head.string("style");
		LineShape line = line(p, 0);
		return new ArrowShape(line.from(), line.to(), style == null ? "filled" : style, head.number("size", 10),
				head.bool("double", false), head.bool("outline", false));
	}

	private Shape polyline(boolean freehand) throws JsonException {
		boolean spline = from.bool("spline", false);
		double[] xy = centredOrGeometry(spline ? "knots" : "xy", -1);
		return xy == null ? null : new PolylineShape(ExactNumbers.vertices(xy), freehand, spline);
	}

	private Shape angle() throws JsonException {
		double[] xy = centredOrGeometry("xy", 6);
		return xy == null || xy.length != 6
				? null
				: new AngleShape(new Point(xy[0], xy[1]), new Point(xy[2], xy[3]),
						new Point(xy[4], xy[5]));
	}

	private Shape bidirectional() throws JsonException {
		double[] p = ExactNumbers.takeCentred(from, "p", 8);
		return p == null ? null : new BidirectionalShape(line(p, 0), line(p, 4));
	}

	private Shape rotatedRectangle() throws JsonException {
		double[] p = numbers("p", 4);
		return new RotatedRectangleShape(new Point(p[0], p[1]), new Point(p[2], p[3]), from.number("width", Double.NaN));
	}

	private Shape ellipse(boolean upright) throws JsonException {
		if (!from.has("p")) return EllipseShape.inside(box());
		from.take("box");
		double[] p = numbers("p", 4);
		return new EllipseShape(new Point(p[0], p[1]), new Point(p[2], p[3]), from.number("ratio", Double.NaN), upright);
	}

	private Shape text() throws JsonException {
		String text = from.string("text");
		String font = from.string("font");
		return new TextShape(box(), text == null ? "" : text, font == null ? "SansSerif" : font, from.number("size", 12),
				from.integer("style", 0), from.integer("justify", 0), from.number("angle", 0));
	}

	private Shape polygon(Origin origin) throws JsonException {
		boolean turned = from.bool("turned", false);
		if (origin == Origin.SPLINE && from.has("knots"))
			return PolygonShape.of(ExactNumbers.vertices(numbers("knots", -1)), origin);
		JsonValue rings = from.take("rings");
		if (rings != null) return new PolygonShape(parts(rings.asArray()), origin);
		if (geometry == null || !geometry.kind().isArea() || origin == Origin.SPLINE) return null;
		return PlainShapes.polygon(geometry, origin, turned);
	}

	private static List<Ring> parts(JsonArray parts) throws JsonException {
		List<Ring> rings = new ArrayList<>();
		for (JsonValue part : parts) {
			List<Vertices> runs = new ArrayList<>();
			for (JsonValue ring : part.asArray())
				runs.add(ExactNumbers.vertices(ExactNumbers.readAll(ring, -1)));
			if (runs.isEmpty()) throw new JsonException(part.line(), "a part of an outline has no ring.");
			rings.add(new Ring(runs.get(0), runs.subList(1, runs.size())));
		}
		return rings;
	}

	/** ImageJ's numbers, or else the points of a geometry that has only one run of them; null if there is neither. */
	private double[] centredOrGeometry(String name, int count) throws JsonException {
		double[] xy = ExactNumbers.takeCentred(from, name, count);
		if (xy != null || geometry == null || geometry.kind().depth() > 2) return xy;
		return geometry.points().clone();
	}

	private Box box() throws JsonException {
		double[] box = numbers("box", 4);
		return new Box(box[0], box[1], box[2], box[3]);
	}

	private double[] numbers(String name, int count) throws JsonException {
		JsonValue value = from.take(name);
		if (value == null) throw new JsonException(0, "the member \"" + name + "\" of \"shape\" is missing.");
		return ExactNumbers.readAll(value, count);
	}

	/** Whether the member says where the shape lies, so that it can contradict the geometry. */
	static boolean hasPlace(JsonObject shape) {
		return shape.has("p") || shape.has("xy") || shape.has("box") || shape.has("knots") || shape.has("rings");
	}
}
