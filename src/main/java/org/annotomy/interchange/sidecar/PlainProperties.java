package org.annotomy.interchange.sidecar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.annotomy.annotation.model.ObjectType;
import org.annotomy.json.JsonArray;
import org.annotomy.json.JsonException;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonScalar;
import org.annotomy.json.JsonValue;

/**
 * What QuPath writes of an object, in its forms of all times; members that cannot be understood are left where they are.
 *
 * @param name null if there is none
 * @param rgb of its own, or null
 * @param className null for no class
 * @param classRgb null if unknown
 */
record PlainProperties(ObjectType type, String name, Integer rgb, boolean locked, String className, Integer classRgb,
		Map<String, Double> measurements, Map<String, String> metadata) {

	private static final Map<String, ObjectType> TYPES = Arrays.stream(ObjectType.values())
			.collect(Collectors.toUnmodifiableMap(ObjectType::key, type -> type));

	static PlainProperties take(Members from, Members feature, Findings findings) throws JsonException {
		ObjectType type = type(from, feature.peek("id"), findings);
		JsonValue name = from.take("name");
		if (name != null && !isString(name)) from.leave("name");
		JsonValue colour = from.take("color");
		Integer rgb = Colours.readPlain(colour);
		if (colour != null && rgb == null) from.leave("color");
		JsonValue classification = from.peek("classification");
		String className = className(classification, findings);
		Integer classRgb = classRgb(classification);
		takeClassification(from, classification, className);
		return new PlainProperties(type, isString(name) ? name.asString() : null, rgb, locked(from), className, classRgb,
				measurements(from), metadata(from));
	}

	private static ObjectType type(Members from, JsonValue id, Findings findings) {
		String word = null;
		for (String key : new String[]{"objectType", "object_type", "type"})
			if (word == null && isString(from.peek(key))) word = ((JsonScalar) from.take(key)).text();
		if (word == null && isString(id)) {
			String text = ((JsonScalar) id).text();
			if (text.startsWith("Path")) word = text;
		}
		if (word == null) return ObjectType.ANNOTATION;
		ObjectType known = TYPES.get(word);
		if (known != null) return known;
		String plain = word.toLowerCase(Locale.ROOT).replaceAll("^path|object$", "");
		if (TYPES.containsKey(plain)) return TYPES.get(plain);
		findings.add("the type of object is not known here; it is taken as an annotation");
		return ObjectType.ANNOTATION;
	}

	private static boolean locked(Members from) {
		JsonValue value = from.take("isLocked");
		return value instanceof JsonScalar scalar && (scalar.text().equalsIgnoreCase("true")
				|| scalar.type() == JsonScalar.Type.NUMBER && Double.parseDouble(scalar.text()) != 0);
	}

	private static void takeClassification(Members from, JsonValue classification, String className) throws JsonException {
		if (classification == null) from.take("classification");
		if (className == null) return;
		if (!(classification instanceof JsonObject)) from.take("classification");
		else {
			Members inner = from.nested("classification");
			for (String key : new String[]{"name", "names", "color", "colorRGB", "parentClass"})
				inner.take(key);
		}
	}

	/** Names of derived classes joined as QuPath shows them; null if there is none. */
	private static String className(JsonValue classification, Findings findings) throws JsonException {
		if (isString(classification)) return blankToNull(classification.asString());
		if (!(classification instanceof JsonObject object)) return null;
		JsonValue names = object.get("names").orElse(null);
		String own = isString(object.get("name").orElse(null)) ? blankToNull(object.string("name", null)) : null;
		if (names instanceof JsonArray array && array.size() > 0) {
			List<String> parts = new ArrayList<>();
			for (JsonValue part : array)
				if (isString(part)) parts.add(part.asString());
			own = blankToNull(String.join(ClassLook.NAME_SEPARATOR, parts));
		}
		if (own != null && object.has("parentClass")) {
			String parent = className(object.get("parentClass").orElse(null), findings);
			if (parent != null) own = parent + ClassLook.NAME_SEPARATOR + own;
		}
		return own;
	}

	private static Integer classRgb(JsonValue classification) {
		if (!(classification instanceof JsonObject object)) return null;
		Integer rgb = Colours.readPlain(object.get("color").orElse(null));
		return rgb == null ? Colours.readPlain(object.get("colorRGB").orElse(null)) : rgb;
	}

	private static Map<String, Double> measurements(Members from) throws JsonException {
		JsonValue value = from.peek("measurements");
		if (value == null) {
			from.take("measurements");
			return Map.of();
		}
		Map<String, Double> numbers = new LinkedHashMap<>();
		if (value instanceof JsonArray array) {
			from.take("measurements");
			for (JsonValue element : array)
				if (element instanceof JsonObject entry && isString(entry.get("name").orElse(null))) {
					Double number = measurement(entry.get("value").orElse(null));
					if (number != null) numbers.put(entry.string("name", ""), number);
				}
		} else if (value instanceof JsonObject object && !object.isEmpty()) {
			Members inner = from.nested("measurements");
			object.members().forEach((name, stored) -> {
				Double number = measurement(stored);
				if (number == null) return;
				inner.take(name);
				numbers.put(name, number);
			});
		} else if (value instanceof JsonObject) from.take("measurements");
		return numbers;
	}

	/** A number, also as text; null if it is none. */
	private static Double measurement(JsonValue value) {
		if (!(value instanceof JsonScalar scalar)) return null;
		if (scalar.type() == JsonScalar.Type.NUMBER) return Double.valueOf(scalar.text());
		if (scalar.type() != JsonScalar.Type.STRING) return null;
		String text = scalar.text().strip().toLowerCase(Locale.ROOT);
		return switch (text) {
			case "nan" -> Double.NaN;
			case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
			case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
			default -> text.matches("[-+]?(?:\\d{1,400}\\.?\\d{0,400}|\\.\\d{1,400})(?:e[-+]?\\d{1,4})?")
					? Double.valueOf(text)
					: null;
		};
	}

	private static Map<String, String> metadata(Members from) throws JsonException {
		JsonValue value = from.peek("metadata");
		if (value == null) from.take("metadata");
		if (!(value instanceof JsonObject object)) return Map.of();
		Members inner = from.nested("metadata");
		Map<String, String> texts = new LinkedHashMap<>();
		object.members().forEach((key, stored) -> {
			if (!(stored instanceof JsonScalar scalar) || scalar.isNull()) return;
			inner.take(key);
			if (!key.equals(FeatureEncoder.CODE_KEY) && !key.equals(FeatureEncoder.RATER_KEY)) texts.put(key, scalar.text());
		});
		return texts;
	}

	private static boolean isString(JsonValue value) {
		return value instanceof JsonScalar scalar && scalar.type() == JsonScalar.Type.STRING;
	}

	private static String blankToNull(String text) {
		return text.isBlank() ? null : text;
	}
}
