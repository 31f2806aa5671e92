package org.annotomy.interchange.sidecar;

import org.annotomy.json.JsonArray;
import org.annotomy.json.JsonException;
import org.annotomy.json.JsonScalar;
import org.annotomy.json.JsonValue;

/** Colours as our files and QuPath's write them. */
final class Colours {

	private static final int RGB = 0xffffff;

	private Colours() {}

	/** {@code #rrggbb} or {@code #aarrggbb}; null for null. */
	static Integer read(JsonValue value) throws JsonException {
		if (value == null) return null;
		String text = value.asString();
		if (!text.matches("#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{8})"))
			throw new JsonException(value.line(), "expected a colour such as \"#ff8800\".");
		return Integer.parseUnsignedInt(text.substring(1), 16);
	}

	/** QuPath's: three numbers (a fourth is alpha), or all in one; null if it is neither. */
	static Integer readPlain(JsonValue value) {
		try {
			if (value instanceof JsonArray array && (array.size() == 3 || array.size() == 4))
				return channel(array.get(0)) << 16 | channel(array.get(1)) << 8 | channel(array.get(2));
			if (value instanceof JsonScalar scalar && scalar.type() == JsonScalar.Type.NUMBER)
				return (int) (long) scalar.asDouble() & RGB;
			return null;
		} catch (JsonException e) {
			return null;
		}
	}

	private static int channel(JsonValue value) throws JsonException {
		return Math.max(0, Math.min(255, (int) value.asDouble()));
	}
}
