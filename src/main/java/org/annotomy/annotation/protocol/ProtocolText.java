package org.annotomy.annotation.protocol;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;

import org.annotomy.json.Json;
import org.annotomy.json.JsonException;
import org.annotomy.json.JsonValue;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/** The bytes of a protocol file, before anything in them is understood. */
final class ProtocolText {

	/** Far above any real protocol. */
	static final int MOST_BYTES = 4 << 20;

	private ProtocolText() {}

	/** @throws JsonException if the file is too large, not UTF-8, not JSON, or repeats a member in one object */
	static JsonValue parse(byte[] bytes) throws JsonException {
		if (bytes.length > MOST_BYTES)
			throw new JsonException(0, "a protocol file has at most " + (MOST_BYTES >> 20) + " MB; this one is larger.");
		String text = utf8(bytes);
		JsonValue value = Json.parse(text);
		refuseRepeatedMembers(text);
		return value;
	}

	static String sha256(byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("Every Java has SHA-256.", e);
		}
	}

	private static String utf8(byte[] bytes) throws JsonException {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		} catch (CharacterCodingException e) {
			throw new JsonException(0, "the file is not text in UTF-8. Save it as UTF-8.");
		}
	}

	/** JSON lets the last of repeated members count; in a protocol that hides a rule from whoever reads the first one. */
	private static void refuseRepeatedMembers(String text) throws JsonException {
		Deque<Set<String>> open = new ArrayDeque<>();
		try (JsonParser parser = Json.FACTORY.createParser(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
			for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
				if (token == JsonToken.START_OBJECT) open.push(new HashSet<>());
				else if (token == JsonToken.END_OBJECT) open.pop();
				else
					if (token == JsonToken.FIELD_NAME && !open.element().add(parser.currentName()))
						throw new JsonException(parser.currentTokenLocation().getLineNr(),
								"the member \"" + parser.currentName() + "\" stands twice in the same object.");
			}
		} catch (JsonException e) {
			throw e;
		} catch (IOException e) {
			throw new JsonException(0, e.getMessage());
		}
	}
}
