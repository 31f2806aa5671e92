package org.annotomy.annotation.protocol;

import org.annotomy.annotation.model.Code;
import org.annotomy.annotation.model.Coding;
import org.annotomy.json.JsonArray;
import org.annotomy.json.JsonException;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonValue;

/** Coded concepts of a protocol file: {@code ["SCT", "52988006", "Lesion"]}, perhaps with the version of the scheme. */
final class CodeReader {

	/** Longest coding scheme designator and longest meaning of DICOM (PS3.3 section 8, PS3.5 section 6.2). */
	private static final int LONGEST_SCHEME = 16;
	private static final int LONGEST = 64;

	private CodeReader() {}

	/** The code of a member, or null if there is none. */
	static Code read(JsonObject owner, String member) throws JsonException {
		return owner.has(member) ? code(owner.require(member)) : null;
	}

	static Coding coding(JsonObject json) throws JsonException {
		Coding coding = new Coding(read(json, "code"), read(json, "category"), read(json, "modifier"), read(json, "region"),
				read(json, "regionModifier"));
		return coding.isNone() ? Coding.NONE : coding;
	}

	private static Code code(JsonValue value) throws JsonException {
		JsonArray array = value.asArray();
		if (array.size() != 3 && array.size() != 4)
			throw new JsonException(array.line(),
					"a code is [scheme, value, meaning], such as [\"SCT\", \"52988006\", \"Lesion\"], perhaps with a version; found "
							+ array.size() + " parts.");
		String version = array.size() == 4 ? part(array, 3, "version", LONGEST_SCHEME) : null;
		return new Code(part(array, 0, "scheme", LONGEST_SCHEME), part(array, 1, "value", LONGEST),
				part(array, 2, "meaning", LONGEST), version);
	}

	private static String part(JsonArray array, int index, String what, int longest) throws JsonException {
		JsonValue value = array.get(index);
		String text = value.asString();
		if (text.isBlank() || text.length() > longest)
			throw new JsonException(value.line(), "the " + what + " of a code has 1 to " + longest + " characters, not "
					+ text.strip().length() + ".");
		return text;
	}
}
