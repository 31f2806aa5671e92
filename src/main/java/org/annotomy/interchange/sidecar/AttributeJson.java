package org.annotomy.interchange.sidecar;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.annotomy.annotation.model.AttributeValue;
import org.annotomy.json.JsonArray;
import org.annotomy.json.JsonException;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonScalar;
import org.annotomy.json.JsonValue;

/** Answers: text as a string, numbers and flags as such, codes as objects, several answers as an array. */
public final class AttributeJson {

	private AttributeJson() {}

	public static JsonValue encode(AttributeValue value) {
		if (value instanceof AttributeValue.Text text) return JsonScalar.of(text.text());
		if (value instanceof AttributeValue.Number number) return JsonScalar.of(number.number());
		if (value instanceof AttributeValue.Flag flag) return JsonScalar.of(flag.value());
		if (value instanceof AttributeValue.Coded coded) return CodeJson.encode(coded.code());
		return JsonArray.of(((AttributeValue.Several) value).values().stream().map(AttributeJson::encode).toList());
	}

	/** Empty if it is none of our kinds of answers, such as null or an array in an array. */
	public static Optional<AttributeValue> decode(JsonValue value) throws JsonException {
		if (value instanceof JsonScalar scalar) return scalar(scalar);
		if (CodeJson.isCode(value))
			return Optional.of(new AttributeValue.Coded(CodeJson.read(new Members(value.asObject()))));
		if (!(value instanceof JsonArray array)) return Optional.empty();
		List<AttributeValue> answers = new ArrayList<>();
		for (JsonValue element : array) {
			Optional<AttributeValue> answer = element instanceof JsonArray ? Optional.empty() : decode(element);
			if (answer.isEmpty()) return Optional.empty();
			answers.add(answer.get());
		}
		return Optional.of(new AttributeValue.Several(answers));
	}

	private static Optional<AttributeValue> scalar(JsonScalar scalar) throws JsonException {
		return switch (scalar.type()) {
			case STRING -> Optional.of(AttributeValue.of(scalar.text()));
			case BOOLEAN -> Optional.of(AttributeValue.of(scalar.asBoolean()));
			case NUMBER -> Double.isFinite(scalar.asDouble())
					? Optional.of(AttributeValue.of(scalar.asDouble()))
					: Optional.empty();
			case NULL -> Optional.empty();
		};
	}

	/** Answers by question. */
	static JsonObject encodeAll(Map<String, AttributeValue> answers) {
		if (answers.isEmpty()) return JsonObject.EMPTY;
		JsonObject.Builder all = JsonObject.builder();
		answers.forEach((key, value) -> all.put(key, encode(value)));
		return all.build();
	}

	/** Takes all that are answers; others, and members of codes that we do not know, are left. */
	static Map<String, AttributeValue> takeAll(Members from) throws JsonException {
		if (from.source().isEmpty()) return Map.of();
		Map<String, AttributeValue> answers = new LinkedHashMap<>();
		for (Map.Entry<String, JsonValue> member : from.source().members().entrySet()) {
			String key = member.getKey();
			Optional<AttributeValue> answer = decode(member.getValue());
			if (answer.isEmpty()) continue;
			answers.put(key, answer.get());
			if (member.getValue() instanceof JsonObject) CodeJson.read(from.nested(key));
			else from.take(key);
		}
		return answers;
	}
}
