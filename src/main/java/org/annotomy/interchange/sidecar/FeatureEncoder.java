package org.annotomy.interchange.sidecar;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Appearance;
import org.annotomy.annotation.model.ObjectType;
import org.annotomy.annotation.model.Occlusion;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.model.Span;
import org.annotomy.annotation.model.Tracking;
import org.annotomy.annotation.model.ViewedWindow;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.annotation.shape.RectangleShape;
import org.annotomy.json.Json;
import org.annotomy.json.JsonArray;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonScalar;
import org.annotomy.json.JsonValue;

import com.fasterxml.jackson.core.JsonGenerator;

/** Writes objects as GeoJSON Features that QuPath opens and that read back bit by bit. Safe for many threads. */
final class FeatureEncoder {

	/** Texts that mirror our own members for programs that keep nothing else. */
	static final String CODE_KEY = "annotomy.code";
	static final String RATER_KEY = "annotomy.by";

	/** What QuPath reads; foreign members of these names were moved away on reading. */
	static final Set<String> STRICT = Set.of("classification", "measurements", "metadata");
	/** Where foreign members of the geometry go if there is none. */
	static final String GEOMETRY = "geometry";
	private static final double LARGEST_SHORT_INTEGER = 1e15;

	private final ClassLook look;

	FeatureEncoder(Protocol protocol) {
		look = new ClassLook(protocol);
	}

	/** The Feature as a value; its geometry is null if it cannot be placed. */
	JsonObject encode(AnnotationObject object) {
		Outline outline = Outline.of(object.shape()).orElse(null);
		JsonObject.Builder feature = JsonObject.builder().put("type", "Feature").put("id", object.id().toString());
		if (outline == null) feature.put("geometry", JsonScalar.NULL);
		else {
			JsonObject.Builder geometry = JsonObject.builder().put("type", outline.geometry().kind().word());
			if (outline.geometry().ellipse()) geometry.put("isEllipse", true);
			geometry.put("coordinates", outline.geometry().coordinates()).put("plane", plane(object.plane()));
			feature.put("geometry", Members.join(geometry.build(), object.foreign().geometry()));
		}
		return Members.join(feature.put("properties", properties(object, outline)).build(), object.foreign().feature());
	}

	/**
	 * Writes the same as {@link #encode}, faster.
	 *
	 * @param text to work with
	 * @param judge whether to make sure that it can be placed; if not, somebody else must
	 * @return false, and nothing written, if it cannot be placed
	 */
	boolean write(AnnotationObject object, JsonGenerator out, Decimals text, boolean judge) throws IOException {
		Outline outline = (judge ? Outline.of(object.shape()) : Outline.unjudged(object.shape())).orElse(null);
		if (outline == null) return false;
		out.writeStartObject();
		out.writeStringField("type", "Feature");
		out.writeStringField("id", object.id().toString());
		out.writeFieldName("geometry");
		writeGeometry(object, outline.geometry(), out, text);
		out.writeFieldName("properties");
		Json.write(properties(object, outline), out);
		writeOthers(object.foreign().feature(), Set.of("type", "id", "geometry", "properties"), out);
		out.writeEndObject();
		return true;
	}

	private static void writeGeometry(AnnotationObject object, GeoGeometry geometry, JsonGenerator out, Decimals text)
			throws IOException {
		out.writeStartObject();
		out.writeStringField("type", geometry.kind().word());
		if (geometry.ellipse()) out.writeBooleanField("isEllipse", true);
		out.writeFieldName("coordinates");
		text.clear();
		text.append(geometry);
		out.writeRawValue(text.text(), 0, text.length());
		JsonObject plane = plane(object.plane());
		if (plane != null) {
			out.writeFieldName("plane");
			Json.write(plane, out);
		}
		writeOthers(object.foreign().geometry(), Set.of("type", "isEllipse", "coordinates", "plane"), out);
		out.writeEndObject();
	}

	private static void writeOthers(JsonObject foreign, Set<String> written, JsonGenerator out) throws IOException {
		if (foreign.isEmpty()) return;
		for (Map.Entry<String, JsonValue> member : foreign.members().entrySet()) {
			if (written.contains(member.getKey())) continue;
			out.writeFieldName(member.getKey());
			Json.write(member.getValue(), out);
		}
	}

	private static JsonObject plane(Plane plane) {
		return plane.equals(Plane.FIRST)
				? null
				: JsonObject.builder().put("c", plane.c()).put("z", plane.z()).put("t", plane.t()).build();
	}

	private JsonObject properties(AnnotationObject object, Outline outline) {
		JsonObject.Builder to = JsonObject.builder().put("objectType", object.type().key()).put("name", object.name());
		Integer stroke = object.appearance().strokeRgb();
		if (stroke != null && isPlainRgb(stroke)) to.put("color", ClassLook.rgb(stroke));
		if (object.locked()) to.put("isLocked", true);
		to.put("classification", look.classification(object.classKey()));
		if (!object.measurements().isEmpty()) {
			JsonObject.Builder numbers = JsonObject.builder();
			object.measurements().forEach((name, value) -> numbers.put(name, ExactNumbers.of(value)));
			to.put("measurements", numbers.build());
		}
		to.putUnlessEmpty("metadata", metadata(object));
		JsonObject annotomy = Members.join(annotomy(object, outline), object.foreign().annotomy());
		return Members.join(to.put("annotomy", annotomy).build(), object.foreign().properties().without(STRICT));
	}

	private JsonObject metadata(AnnotationObject object) {
		String code = look.codeText(object.classKey(), object.coding());
		String rater = object.provenance().rater();
		if (object.metadata().isEmpty() && code == null && rater == null) return JsonObject.EMPTY;
		Map<String, JsonValue> texts = new LinkedHashMap<>();
		object.metadata().forEach((key, value) -> texts.put(key, JsonScalar.of(value)));
		if (code != null) texts.put(CODE_KEY, JsonScalar.of(code));
		if (rater != null) texts.put(RATER_KEY, JsonScalar.of(rater));
		return JsonObject.of(texts);
	}

	private static JsonObject annotomy(AnnotationObject object, Outline outline) {
		JsonObject.Builder to = JsonObject.builder();
		if (outline == null || !object.plane().equals(Plane.FIRST))
			to.put("plane", ExactNumbers.of(object.plane().c(), object.plane().z(), object.plane().t()));
		to.put("class", object.classKey());
		CodeJson.put(to, object.coding());
		to.put("tracking", tracking(object.tracking()));
		if (object.instance() != null) to.put("instance", instance(object.instance()));
		if (object.parent() != null) to.put("parent", object.parent().toString());
		putDisplay(to, object.appearance());
		if (object.occlusion() != Occlusion.NONE) to.put("occlusion", object.occlusion().key());
		to.put("comment", object.comment());
		to.putUnlessEmpty("attributes", AttributeJson.encodeAll(object.attributes()));
		to.put("window", window(object.window())).put("span", span(object.span()));
		to.putUnlessEmpty("shape", shape(object, outline));
		if (outline == null) to.putUnlessEmpty(GEOMETRY, object.foreign().geometry());
		return to.putUnlessEmpty("provenance", ProvenanceJson.encode(object.provenance())).build();
	}

	private static JsonObject shape(AnnotationObject object, Outline outline) {
		JsonObject.Builder to = isTold(object, outline) ? JsonObject.builder() : ShapeEncoder.encode(object.shape(), outline);
		Appearance look = object.appearance();
		if (Double.compare(look.strokeWidth(), 0) != 0) to.put("strokeWidth", look.strokeWidth());
		if (look.group() != 0) to.put("group", look.group());
		if (look.strokeRgb() != null && !isPlainRgb(look.strokeRgb())) to.put("stroke", colour(look.strokeRgb()));
		if (look.fillRgb() != null) to.put("fill", colour(look.fillRgb()));
		return to.build();
	}

	/** Of masses of upright rectangles the geometry says all, so that they can share the rest of their text. */
	private static boolean isTold(AnnotationObject object, Outline outline) {
		return object.type() != ObjectType.ANNOTATION && object.shape() instanceof RectangleShape && outline != null
				&& outline.exact() && PlainShapes.of(outline.geometry()).equals(List.of(object.shape()));
	}

	private static void putDisplay(JsonObject.Builder to, Appearance look) {
		if (look.equals(Appearance.DEFAULT)) return;
		if (look.order() != 0) to.put("order", look.order());
		if (look.opacity() != Appearance.DEFAULT.opacity()) to.put("opacity", look.opacity());
		if (!look.visible()) to.put("visible", false);
		if (!look.seeThrough()) to.put("seeThrough", false);
	}

	static boolean isPlainRgb(int rgb) {
		return rgb >>> 24 == 0;
	}

	/** {@code #rrggbb}, or {@code #aarrggbb} if the highest byte is not 0. */
	private static String colour(int rgb) {
		return String.format(isPlainRgb(rgb) ? "#%06x" : "#%08x", rgb);
	}

	static JsonObject tracking(Tracking tracking) {
		return tracking == null
				? null
				: JsonObject.builder().put("id", tracking.id()).put("uid", tracking.uid()).build();
	}

	/** Small whole numbers as such: other programs count instances. */
	private static JsonValue instance(String instance) {
		boolean number = instance.matches("0|[1-9]\\d{0,15}") && Double.parseDouble(instance) < LARGEST_SHORT_INTEGER;
		return number ? JsonScalar.ofDecimal(instance) : JsonScalar.of(instance);
	}

	private static JsonObject window(ViewedWindow window) {
		return window == null
				? null
				: JsonObject.builder().put("center", ExactNumbers.of(window.center()))
						.put("width", ExactNumbers.of(window.width())).put("preset", window.preset()).build();
	}

	private static JsonObject span(Span span) {
		if (span == null) return null;
		JsonObject.Builder to = JsonObject.builder().put("z", ExactNumbers.of(span.firstZ(), span.lastZ()));
		if (span.firstT() != 0 || span.lastT() != 0) to.put("t", ExactNumbers.of(span.firstT(), span.lastT()));
		if (!span.keySlices().isEmpty())
			to.put("keys", JsonArray.of(span.keySlices().stream().map(z -> JsonScalar.of((long) z)).toList()));
		return (span.interpolated() ? to.put("interpolated", true) : to).build();
	}
}
