package org.annotomy.interchange.sidecar;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.annotomy.interchange.sidecar.RawFeature.RawGeometry;
import org.annotomy.json.Json;
import org.annotomy.json.JsonArray;
import org.annotomy.json.JsonException;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonScalar;
import org.annotomy.json.JsonValue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;

/** Pulls Features out of a stream of tokens; coordinates go straight into arrays. Comments and NaN are accepted, as QuPath does. */
final class FeatureParser {

	/** Less than {@link Json#FACTORY} allows, so that what is kept can be moved a few levels deeper and read again. */
	private static final int MAX_DEPTH = 48;

	static final JsonFactory TOLERANT = new JsonFactoryBuilder()
			.streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).maxStringLength(32 << 20).build())
			.enable(JsonReadFeature.ALLOW_JAVA_COMMENTS).enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
			.enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER).build();

	/** QuPath ignores the plane of a geometry that is no Feature's. */
	private static final Set<String> PLANE = Set.of("plane");
	private static final Set<String> BARE_KNOWN = Set.of("type", "plane");

	private final JsonParser parser;
	private final Findings findings;

	FeatureParser(JsonParser parser, Findings findings) {
		this.parser = parser;
		this.findings = findings;
	}

	/**
	 * The Feature that the parser's current token begins; afterwards the parser stands on its last token. A bare geometry becomes a Feature
	 * without other members.
	 *
	 * @throws JsonException if it is no object, or its geometry is none
	 */
	RawFeature read() throws IOException {
		if (parser.currentToken() != JsonToken.START_OBJECT) {
			parser.skipChildren();
			throw new JsonException(0, "this is not a Feature but something else.");
		}
		Map<String, JsonValue> members = new LinkedHashMap<>();
		RawGeometry geometry = null;
		CoordinateRuns bare = null;
		while (parser.nextToken() == JsonToken.FIELD_NAME) {
			String name = parser.currentName();
			JsonToken value = parser.nextToken();
			if (name.equals("geometry") && value == JsonToken.START_OBJECT) geometry = geometry();
			else if (name.equals("coordinates") && value == JsonToken.START_ARRAY) bare = coordinates();
			else put(members, name);
		}
		if (bare == null && !members.containsKey("geometries")) return new RawFeature(geometry, JsonObject.adopt(members));
		JsonObject others = JsonObject.adopt(members);
		JsonObject beside = others.without(BARE_KNOWN);
		if (bare == null) return new RawFeature(RawGeometry.of(others.without(PLANE)), JsonObject.EMPTY);
		return new RawFeature(new RawGeometry(others.string("type", null), bare, List.of(), beside), JsonObject.EMPTY);
	}

	/** The value that the parser's current token begins. */
	JsonValue tree() throws IOException {
		JsonToken token = parser.currentToken();
		if (token == null) throw new JsonException(0, "the text ends too early.");
		return switch (token) {
			case START_OBJECT -> {
				Map<String, JsonValue> members = new LinkedHashMap<>();
				while (parser.nextToken() == JsonToken.FIELD_NAME) {
					String name = parser.currentName();
					parser.nextToken();
					put(members, name);
				}
				yield JsonObject.adopt(members);
			}
			case START_ARRAY -> {
				List<JsonValue> values = new ArrayList<>();
				while (parser.nextToken() != JsonToken.END_ARRAY)
					values.add(tree());
				yield JsonArray.of(values);
			}
			case VALUE_STRING -> JsonScalar.of(parser.getText());
			case VALUE_NUMBER_INT -> JsonScalar.ofDecimal(parser.getText());
			case VALUE_NUMBER_FLOAT ->
				parser.isNaN() ? JsonScalar.of(parser.getText()) : JsonScalar.ofDecimal(parser.getText());
			case VALUE_TRUE -> JsonScalar.of(true);
			case VALUE_FALSE -> JsonScalar.of(false);
			default -> JsonScalar.NULL;
		};
	}

	private void put(Map<String, JsonValue> members, String name) throws IOException {
		JsonValue value = tree();
		JsonValue before = members.put(name, value);
		if (before != null && !before.equals(value))
			findings.add("a member appears twice with different content; the last one counts");
	}

	private RawGeometry geometry() throws IOException {
		Map<String, JsonValue> others = new LinkedHashMap<>();
		String type = null;
		CoordinateRuns coordinates = null;
		List<RawGeometry> collection = new ArrayList<>();
		while (parser.nextToken() == JsonToken.FIELD_NAME) {
			String name = parser.currentName();
			JsonToken value = parser.nextToken();
			if (name.equals("coordinates") && value == JsonToken.START_ARRAY) coordinates = coordinates();
			else if (name.equals("type") && value == JsonToken.VALUE_STRING) type = parser.getText();
			else
				if (name.equals("geometries") && value == JsonToken.START_ARRAY)
					for (JsonValue part : (JsonArray) tree())
						collection.add(RawGeometry.of(part.asObject()));
				else
					put(others, name);
		}
		return type == null && coordinates == null && collection.isEmpty() && others.isEmpty()
				? null
				: new RawGeometry(type, coordinates, collection, JsonObject.adopt(others));
	}

	private CoordinateRuns coordinates() throws IOException {
		CoordinateRuns runs = new CoordinateRuns();
		runs.read(parser);
		return runs;
	}
}
