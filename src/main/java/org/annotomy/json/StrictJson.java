package org.annotomy.json;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/** The bytes of a file that people write by hand, before anything in them is understood. */
public final class StrictJson {

	private StrictJson() {}

	/**
	 * @param mostBytes far above any real file of the kind
	 * @param what such as {@code a protocol file}; begins a sentence
	 * @throws JsonException if the file is too large, not UTF-8, not JSON, or repeats a member in one object
	 */
	public static JsonValue parse(byte[] bytes, int mostBytes, String what) throws JsonException {
		if (bytes.length > mostBytes)
			throw new JsonException(0, what + " has at most " + (mostBytes >> 20) + " MB; this one is larger.");
		String text = utf8(bytes);
		JsonValue value = Json.parse(text);
		refuseRepeatedMembers(text);
		return value;
	}

	private static String utf8(byte[] bytes) throws JsonException {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		} catch (CharacterCodingException e) {
			throw new JsonException(0, "the file is not text in UTF-8. Save it as UTF-8.");
		}
	}

	/** JSON lets the last of repeated members count; that hides what it says from whoever reads the first one. */
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
