package org.annotomy.interchange.sidecar;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Appearance;
import org.annotomy.annotation.model.ForeignMembers;
import org.annotomy.annotation.model.Occlusion;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.model.Span;
import org.annotomy.annotation.model.Tracking;
import org.annotomy.annotation.model.ViewedWindow;
import org.annotomy.annotation.shape.Shape;
import org.annotomy.json.JsonArray;
import org.annotomy.json.JsonException;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonScalar;
import org.annotomy.json.JsonValue;

/** Makes an object of a Feature: strict about our own members, tolerant about those that QuPath and others write. For one thread. */
final class FeatureDecoder {

	private static final Set<String> GEOMETRY_KNOWN = Set.of("isEllipse", "plane");
	private static final Set<String> PLANE_KNOWN = Set.of("c", "z", "t");

	private final Findings findings;
	private final SeenClasses classes;

	/** @param classes learns names and colours of classes */
	FeatureDecoder(Findings findings, SeenClasses classes) {
		this.findings = findings;
		this.classes = classes;
	}

	/**
	 * @param geometry null if it could not be placed; then {@code shape} must say all
	 * @return one object; several for a geometry that no one shape can hold
	 * @throws JsonException if one of our members is not what it must be, or there is no shape
	 */
	List<AnnotationObject> decode(UUID id, RawFeature feature, GeoGeometry geometry) throws JsonException {
		try {
			return objects(id, feature, geometry);
		} catch (IllegalArgumentException e) {
			throw new JsonException(0, e.getMessage());
		}
	}

	private List<AnnotationObject> objects(UUID id, RawFeature feature, GeoGeometry geometry) throws JsonException {
		Members top = new Members(feature.members());
		top.take("type");
		top.take("id");
		Members properties = top.peek("properties") instanceof JsonObject
				? top.nested("properties")
				: new Members(JsonObject.EMPTY);
		if (!top.has("properties")) top.take("properties");
		Members ours = properties.peek("annotomy") instanceof JsonObject
				? properties.nested("annotomy")
				: new Members(JsonObject.EMPTY);
		if (id.equals(FeatureIds.parse(properties.peek("id")))) properties.take("id");
		PlainProperties plain = PlainProperties.take(properties, top, findings);
		Members shapeMember = ours.nested("shape");
		List<Shape> shapes = shapes(shapeMember, geometry);
		AnnotationObject.Builder to = AnnotationObject.builder(id, shapes.get(0), plane(feature, ours.source(), findings))
				.type(plain.type())
				.name(plain.name()).locked(plain.locked()).measurements(plain.measurements()).metadata(plain.metadata());
		takeOurs(ours, to, id);
		to.appearance(appearance(ours, shapeMember, plain.rgb()));
		String classKey = ours.string("class");
		to.classKey(classKey == null ? plain.className() : classKey);
		classes.add(classKey == null ? plain.className() : classKey, plain.className(), plain.classRgb());
		to.foreign(foreign(feature, top, properties, ours));
		return several(to.build(), shapes);
	}

	private List<AnnotationObject> several(AnnotationObject first, List<Shape> shapes) {
		if (shapes.size() == 1) return List.of(first);
		findings.add("several lines in one geometry became one object each, tied by \"instance\"");
		return parts(first, shapes);
	}

	/** One object for each shape, tied together by {@code instance}; the first keeps the id. */
	static List<AnnotationObject> parts(AnnotationObject first, List<Shape> shapes) {
		List<AnnotationObject> objects = new ArrayList<>();
		String instance = first.instance() == null ? first.id().toString() : first.instance();
		for (int i = 0; i < shapes.size(); i++) {
			AnnotationObject part = first.toBuilder().shape(shapes.get(i)).instance(instance).build();
			objects.add(i == 0 ? part : FeatureIds.renamed(part, FeatureIds.derived(first.id(), i)));
		}
		return objects;
	}

	private List<Shape> shapes(Members member, GeoGeometry geometry) throws JsonException {
		Shape drawn = ShapeDecoder.decode(member, geometry);
		if (drawn != null && (geometry == null || !ShapeDecoder.hasPlace(member.source()) || fits(drawn, geometry)))
			return List.of(drawn);
		if (geometry == null) throw new JsonException(0, "there is neither a geometry nor a shape.");
		if (drawn != null) findings.add("the outline was changed by another program; it counts, the shape drawn before does not");
		return PlainShapes.of(geometry);
	}

	private static boolean fits(Shape drawn, GeoGeometry geometry) {
		return Outline.of(drawn).map(o -> o.geometry().sameNumbers(geometry)
				|| GeometryComparison.same(o.geometry(), geometry)).orElse(true);
	}

	/** The plane of the geometry, else the one that our own member repeats (GDAL drops the former), else the first. */
	static Plane plane(RawFeature feature, JsonObject annotomy, Findings findings) throws JsonException {
		JsonValue mirror = annotomy.get("plane").orElse(null);
		Plane mirrored = null;
		if (mirror != null) {
			double[] czt = mirror.asArray().doubles();
			if (czt.length != 3) throw new JsonException(mirror.line(), "\"plane\" needs three numbers: c, z, t.");
			mirrored = new Plane((int) czt[0], (int) czt[1], (int) czt[2]);
		}
		JsonValue written = feature.geometry() == null ? null : feature.geometry().others().get("plane").orElse(null);
		if (!(written instanceof JsonObject object)) return mirrored == null ? Plane.FIRST : mirrored;
		if (!PLANE_KNOWN.containsAll(object.members().keySet()))
			findings.add("unknown members of \"plane\" were left out: QuPath would refuse the file");
		Plane plane = new Plane((int) object.number("c", -1), (int) object.number("z", 0), (int) object.number("t", 0));
		if (mirrored != null && !mirrored.equals(plane))
			findings.add("the plane was changed by another program; the one of the geometry counts");
		return plane;
	}

	private static void takeOurs(Members ours, AnnotationObject.Builder to, UUID id) throws JsonException {
		ours.take("plane");
		to.coding(CodeJson.takeCoding(ours));
		to.tracking(takeTracking(ours));
		JsonValue instance = ours.take("instance");
		if (instance instanceof JsonScalar scalar) to.instance(scalar.text());
		else if (instance != null) ours.leave("instance");
		UUID parent = FeatureIds.parse(ours.take("parent"));
		if (parent != null && !parent.equals(id)) to.parent(parent);
		else ours.leave("parent");
		takeOcclusion(ours, to);
		to.comment(ours.string("comment"));
		if (ours.has("attributes")) to.attributes(AttributeJson.takeAll(ours.nested("attributes")));
		if (ours.has("window")) to.window(window(ours));
		if (ours.has("span")) to.span(span(ours.nested("span")));
		if (ours.has("provenance")) to.provenance(ProvenanceJson.decode(ours.nested("provenance")));
	}

	/** Null if it says of no thing. */
	static Tracking takeTracking(Members ours) throws JsonException {
		if (!ours.has("tracking")) return null;
		Members tracking = ours.nested("tracking");
		return new Tracking(tracking.string("id"), tracking.string("uid"));
	}

	/** A state that a newer version has is left. */
	private static void takeOcclusion(Members ours, AnnotationObject.Builder to) throws JsonException {
		if (!ours.has("occlusion")) return;
		Occlusion state = Occlusion.ofKey(ours.peek("occlusion") instanceof JsonScalar text ? text.text() : "");
		if (state == null) return;
		ours.take("occlusion");
		to.occlusion(state);
	}

	/** Null, and the member left, if it gives no centre and width (but the ends, or a channel). */
	private static ViewedWindow window(Members ours) throws JsonException {
		JsonObject member = ours.peek("window").asObject();
		if (!member.has("center") || !member.has("width")) return null;
		Members window = ours.nested("window");
		return new ViewedWindow(window.number("center", 0), window.number("width", 0), window.string("preset"));
	}

	private static Span span(Members span) throws JsonException {
		double[] z = ends(span, "z");
		double[] t = ends(span, "t");
		List<Integer> keys = new ArrayList<>();
		JsonValue stored = span.take("keys");
		if (stored instanceof JsonArray array)
			for (JsonValue key : array)
				keys.add(key.asInt());
		return new Span((int) z[0], (int) z[1], (int) t[0], (int) t[1], keys, span.bool("interpolated", false));
	}

	private static double[] ends(Members span, String axis) throws JsonException {
		JsonValue value = span.take(axis);
		return value == null ? new double[2] : ExactNumbers.readAll(value, 2);
	}

	private static Appearance appearance(Members ours, Members shape, Integer rgb) throws JsonException {
		Integer stroke = Colours.read(shape.take("stroke"));
		Integer fill = Colours.read(shape.take("fill"));
		double strokeWidth = shape.number("strokeWidth", 0);
		int group = shape.integer("group", 0);
		int order = ours.integer("order", 0);
		double opacity = ours.number("opacity", Appearance.DEFAULT.opacity());
		Appearance look = new Appearance(order, opacity, ours.bool("visible", true), ours.bool("seeThrough", true),
				stroke == null ? rgb : stroke, fill, strokeWidth, group);
		return look.equals(Appearance.DEFAULT) ? Appearance.DEFAULT : look;
	}

	private static ForeignMembers foreign(RawFeature feature, Members top, Members properties, Members ours) {
		JsonObject rest = properties.rest().without(Set.of("annotomy"));
		JsonObject inGeometry = feature.geometry() == null
				? unplacedGeometry(ours)
				: feature.geometry().others().without(GEOMETRY_KNOWN);
		JsonObject annotomy = ours.rest();
		for (String strict : FeatureEncoder.STRICT)
			if (rest.has(strict))
				annotomy = Members.join(annotomy, JsonObject.builder().put(strict, rest.members().get(strict)).build());
		JsonObject beside = top.rest().without(Set.of("properties"));
		rest = rest.without(FeatureEncoder.STRICT);
		return annotomy.isEmpty() && beside.isEmpty() && inGeometry.isEmpty() && rest.isEmpty()
				? ForeignMembers.NONE
				: new ForeignMembers(beside, inGeometry, rest, annotomy);
	}

	private static JsonObject unplacedGeometry(Members ours) {
		return ours.peek(FeatureEncoder.GEOMETRY) instanceof JsonObject
				? (JsonObject) ours.take(FeatureEncoder.GEOMETRY)
				: JsonObject.EMPTY;
	}
}
