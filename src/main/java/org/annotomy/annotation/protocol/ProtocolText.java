package org.annotomy.annotation.protocol;

import org.annotomy.json.JsonException;
import org.annotomy.json.JsonValue;
import org.annotomy.json.StrictJson;

/** The bytes of a protocol file, before anything in them is understood. */
final class ProtocolText {

	/** Far above any real protocol. */
	static final int MOST_BYTES = 4 << 20;

	private ProtocolText() {}

	/** @throws JsonException if the file is too large, not UTF-8, not JSON, or repeats a member in one object */
	static JsonValue parse(byte[] bytes) throws JsonException {
		return StrictJson.parse(bytes, MOST_BYTES, "a protocol file");
	}
}
