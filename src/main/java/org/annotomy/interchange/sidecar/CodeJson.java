package org.annotomy.interchange.sidecar;

import org.annotomy.annotation.model.Code;
import org.annotomy.annotation.model.Coding;
import org.annotomy.json.JsonException;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonValue;

/** Codes as {@code {"scheme":…,"value":…,"meaning":…}}. */
final class CodeJson {

	private CodeJson() {}

	static JsonObject encode(Code code) {
		return code == null
				? null
				: JsonObject.builder().put("scheme", code.scheme()).put("value", code.value()).put("meaning", code.meaning())
						.put("version", code.version()).build();
	}

	/** The codes that differ from the class's, each as a member of its own. */
	static void put(JsonObject.Builder to, Coding coding) {
		if (coding.isNone()) return;
		to.put("code", encode(coding.type())).put("category", encode(coding.category()))
				.put("typeModifier", encode(coding.typeModifier())).put("region", encode(coding.region()))
				.put("regionModifier", encode(coding.regionModifier()));
	}

	static Coding takeCoding(Members from) throws JsonException {
		Coding coding = new Coding(take(from, "code"), take(from, "category"), take(from, "typeModifier"), take(from, "region"),
				take(from, "regionModifier"));
		return coding.isNone() ? Coding.NONE : coding;
	}

	static boolean isCode(JsonValue value) {
		return value instanceof JsonObject object && object.has("scheme") && object.has("value") && object.has("meaning");
	}

	private static Code take(Members from, String name) throws JsonException {
		return from.has(name) ? read(from.nested(name)) : null;
	}

	static Code read(Members from) throws JsonException {
		String scheme = from.string("scheme");
		String value = from.string("value");
		String meaning = from.string("meaning");
		if (scheme == null || value == null || meaning == null)
			throw new JsonException(from.source().line(), "a code needs \"scheme\", \"value\" and \"meaning\".");
		return new Code(scheme, value, meaning, from.string("version"));
	}
}
