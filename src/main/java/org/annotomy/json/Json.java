package org.annotomy.json;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;

/** Reads JSON text into values and writes values as JSON text; nesting and number length are bounded. */
public final class Json {

	private static final int MAX_DEPTH = 64;

	/** Jackson's factory with our bounds, for those who stream. */
	public static final JsonFactory FACTORY = new JsonFactoryBuilder()
			.streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).maxStringLength(64 << 20).build())
			.build();

	private Json() {}

	/** @throws JsonException if the text is not one JSON value; the message names the line */
	public static JsonValue parse(String text) throws JsonException {
		String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
		try (JsonParser parser = FACTORY.createParser(body)) {
			parser.nextToken();
			JsonValue value = read(parser);
			if (parser.nextToken() != null)
				throw new JsonException(line(parser), "text follows after the end of the JSON value.");
			return value;
		} catch (JsonException e) {
			throw e;
		} catch (JsonProcessingException e) {
			int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
			throw new JsonException(line, e.getOriginalMessage());
		} catch (IOException e) {
			throw new UncheckedIOException("reading from memory", e);
		}
	}

	/**
	 * The value that the parser's current token begins; afterwards the parser stands on its last token.
	 *
	 * @throws IOException if reading fails or the text is broken
	 */
	public static JsonValue read(JsonParser parser) throws IOException {
		JsonToken token = parser.currentToken();
		int line = line(parser);
		if (token == null) throw new JsonException(line, "the text is empty or ends too early.");
		return switch (token) {
			case START_OBJECT -> readObject(parser, line);
			case START_ARRAY -> readArray(parser, line);
			case VALUE_STRING -> new JsonScalar(JsonScalar.Type.STRING, parser.getText(), line);
			case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonScalar(JsonScalar.Type.NUMBER, parser.getText(), line);
			case VALUE_TRUE, VALUE_FALSE -> new JsonScalar(JsonScalar.Type.BOOLEAN, parser.getText(), line);
			case VALUE_NULL -> new JsonScalar(JsonScalar.Type.NULL, "null", line);
			default -> throw new JsonException(line, "expected a value.");
		};
	}

	/** One line, no spaces. */
	public static String write(JsonValue value) {
		return write(value, false);
	}

	/** Many lines, indented by tabs, for files that people read. */
	public static String writeIndented(JsonValue value) {
		return write(value, true) + "\n";
	}

	/** @throws IOException if writing fails */
	public static void write(JsonValue value, JsonGenerator out) throws IOException {
		if (value instanceof JsonObject object) {
			out.writeStartObject();
			for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
				out.writeFieldName(member.getKey());
				write(member.getValue(), out);
			}
			out.writeEndObject();
		} else if (value instanceof JsonArray array) {
			out.writeStartArray();
			for (JsonValue element : array)
				write(element, out);
			out.writeEndArray();
		} else if (value instanceof JsonScalar scalar) {
			writeScalar(scalar, out);
		}
	}

	private static void writeScalar(JsonScalar scalar, JsonGenerator out) throws IOException {
		switch (scalar.type()) {
			case STRING -> out.writeString(scalar.text());
			case NUMBER -> out.writeNumber(scalar.text());
			case BOOLEAN -> out.writeBoolean(Boolean.parseBoolean(scalar.text()));
			case NULL -> out.writeNull();
		}
	}

	private static String write(JsonValue value, boolean indented) {
		StringWriter text = new StringWriter();
		try (JsonGenerator out = FACTORY.createGenerator(text)) {
			if (indented) {
				DefaultIndenter tabs = new DefaultIndenter("\t", "\n");
				out.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(tabs).withArrayIndenter(tabs));
			}
			write(value, out);
		} catch (IOException e) {
			throw new UncheckedIOException("writing to memory", e);
		}
		return text.toString();
	}

	private static JsonObject readObject(JsonParser parser, int line) throws IOException {
		Map<String, JsonValue> members = new LinkedHashMap<>();
		while (parser.nextToken() == JsonToken.FIELD_NAME) {
			String name = parser.currentName();
			parser.nextToken();
			members.put(name, read(parser));
		}
		requireEnd(parser, JsonToken.END_OBJECT);
		return new JsonObject(members, line);
	}

	private static JsonArray readArray(JsonParser parser, int line) throws IOException {
		List<JsonValue> values = new ArrayList<>();
		while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null)
			values.add(read(parser));
		requireEnd(parser, JsonToken.END_ARRAY);
		return new JsonArray(values, line);
	}

	private static void requireEnd(JsonParser parser, JsonToken end) throws IOException {
		if (parser.currentToken() != end) throw new JsonException(line(parser), "the text ends too early.");
	}

	private static int line(JsonParser parser) {
		return parser.currentTokenLocation().getLineNr();
	}
}
