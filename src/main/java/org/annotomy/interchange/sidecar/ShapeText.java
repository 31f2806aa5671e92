package org.annotomy.interchange.sidecar;

import org.annotomy.annotation.shape.Shape;
import org.annotomy.json.Json;
import org.annotomy.json.JsonException;
import org.annotomy.json.JsonObject;

/**
 * A shape as one line of text, for macros: the member {@code shape} of the sidecar format with all coordinates in it, such as
 * {@code {"ij":"polygon","rings":[[[10,10,20,10,15,20]]]}}. Nothing is rounded. Texts of shapes are escaped so that brackets, apostrophes
 * and spaces occur in balance or not at all.
 */
public final class ShapeText {

	private ShapeText() {}

	public static String of(Shape shape) {
		StringBuilder text = new StringBuilder();
		boolean quoted = false;
		String json = Json.write(ShapeEncoder.encode(shape, null).build());
		for (int i = 0; i < json.length(); i++) {
			char c = json.charAt(i);
			if (c == '\\') text.append(c).append(json.charAt(++i));
			else {
				if (c == '"') quoted = !quoted;
				boolean escaped = quoted && (c == ' ' || c == '[' || c == ']' || c == '\'' || c > '~');
				text.append(escaped ? String.format("\\u%04x", (int) c) : String.valueOf(c));
			}
		}
		return text.toString();
	}

	/** @throws IllegalArgumentException if the text is no shape; the message says what is wrong */
	public static Shape parse(String text) {
		try {
			JsonObject json = Json.parse(text).asObject();
			Members members = new Members(json);
			Shape shape = ShapeDecoder.decode(members, null);
			if (shape != null) return shape;
			throw new IllegalArgumentException(
					"The shape needs a known \"ij\" (such as rect, oval or polygon) and all its numbers.");
		} catch (JsonException e) {
			throw new IllegalArgumentException("The shape cannot be read: " + e.getMessage(), e);
		}
	}
}
