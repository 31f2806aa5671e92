package org.annotomy.interchange.sidecar;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;

import org.annotomy.task.Pipeline;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;

/**
 * Judges a GeoJSON file of any size by QuPath's rules, some hundred Features at a time, with nothing of what wrote it: a JSON schema says what may
 * stand where, the parser refuses members that stand twice, JTS judges areas on QuPath's grid of 0.01 pixels and in the floats that it holds them in,
 * and no id may be there twice.
 */
public final class QuPathRules {

	private static final int BATCH = 256;
	private static final int MOST_PROBLEMS = 20;
	private static final double PER_PIXEL = 100;
	private static final ObjectMapper MAPPER = new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
	private static final GeometryFactory FACTORY = new GeometryFactory();

	/** @param problems the first of them, in words */
	public record Verdict(int features, List<String> problems) {}

	private record Judged(List<String> ids, List<String> problems) {}

	private final JsonSchema schema;
	private final Set<String> ids = new HashSet<>();
	private final List<String> problems = new ArrayList<>();
	private int features;

	private QuPathRules(JsonSchema schema) {
		this.schema = schema;
	}

	/** @param args a schema, and files to be judged, which may be packed as {@code .gz} */
	public static void main(String[] args) throws Exception {
		for (int i = 1; i < args.length; i++) {
			long from = System.nanoTime();
			Verdict verdict = judge(Path.of(args[i]), schema(Path.of(args[0])));
			System.out.println(verdict.features() + " Features, problems: " + verdict.problems() + ", "
					+ (System.nanoTime() - from) / 1_000_000_000 + " s");
		}
	}

	public static JsonSchema schema(Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(in);
		}
	}

	public static Verdict judge(Path file, JsonSchema schema) throws Exception {
		QuPathRules rules = new QuPathRules(schema);
		try (InputStream plain = Files.newInputStream(file);
				InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(plain) : plain;
				JsonParser parser = MAPPER.createParser(in)) {
			rules.judge(parser);
		}
		return new Verdict(rules.features, rules.problems);
	}

	private void judge(JsonParser parser) throws Exception {
		ObjectNode others = MAPPER.createObjectNode();
		if (parser.nextToken() != JsonToken.START_OBJECT) throw new IOException("It is no object.");
		while (parser.nextToken() == JsonToken.FIELD_NAME) {
			String name = parser.currentName();
			JsonToken value = parser.nextToken();
			if (name.equals("features") && value == JsonToken.START_ARRAY)
				Pipeline.run(() -> batch(parser), batch -> judge(others, batch), this::take);
			else
				others.set(name, parser.readValueAsTree());
		}
		others.putArray("features");
		note(List.copyOf(schema.validate(others)).stream().map(Object::toString).toList());
	}

	/** Null at the end of the Features. */
	private static ArrayNode batch(JsonParser parser) throws IOException {
		ArrayNode batch = MAPPER.createArrayNode();
		while (batch.size() < BATCH && parser.currentToken() != JsonToken.END_ARRAY
				&& parser.nextToken() != JsonToken.END_ARRAY)
			batch.add(parser.<JsonNode>readValueAsTree());
		return batch.isEmpty() ? null : batch;
	}

	private Judged judge(ObjectNode others, ArrayNode batch) {
		ObjectNode whole = MAPPER.createObjectNode();
		whole.setAll(others);
		whole.set("features", batch);
		List<String> found = new ArrayList<>();
		schema.validate(whole).forEach(message -> found.add(message.toString()));
		List<String> known = new ArrayList<>();
		for (JsonNode feature : batch) {
			known.add(feature.path("id").asText());
			String kind = feature.path("geometry").path("type").asText();
			if (kind.equals("Polygon")) judgeArea(feature, feature.path("geometry").path("coordinates"), found);
			if (kind.equals("MultiPolygon"))
				feature.path("geometry").path("coordinates").forEach(part -> judgeArea(feature, part, found));
		}
		return new Judged(known, found);
	}

	private static void judgeArea(JsonNode feature, JsonNode rings, List<String> found) {
		for (boolean asFloat : new boolean[]{false, true})
			try {
				Geometry area = area(rings, asFloat);
				if (!area.isValid() || area.getArea() <= 0)
					found.add(feature.path("id").asText() + " is no valid area" + (asFloat ? " in floats" : ""));
			} catch (IllegalArgumentException e) {
				found.add(feature.path("id").asText() + ": " + e.getMessage());
			}
	}

	private static Polygon area(JsonNode rings, boolean asFloat) {
		List<LinearRing> all = new ArrayList<>();
		for (JsonNode ring : rings) {
			Coordinate[] places = new Coordinate[ring.size()];
			for (int i = 0; i < places.length; i++)
				places[i] = new Coordinate(onGrid(ring.get(i).get(0).asDouble(), asFloat),
						onGrid(ring.get(i).get(1).asDouble(), asFloat));
			all.add(FACTORY.createLinearRing(places));
		}
		return FACTORY.createPolygon(all.get(0), all.subList(1, all.size()).toArray(LinearRing[]::new));
	}

	private static double onGrid(double pixels, boolean asFloat) {
		double rounded = Math.rint(pixels * PER_PIXEL) / PER_PIXEL;
		return asFloat ? (float) rounded : rounded;
	}

	private void take(Judged judged) {
		features += judged.ids().size();
		List<String> twice = judged.ids().stream().filter(id -> !ids.add(id)).map(id -> id + " is there twice")
				.toList();
		note(judged.problems());
		note(twice);
	}

	private void note(List<String> more) {
		more.stream().limit(MOST_PROBLEMS - problems.size()).forEach(problems::add);
	}
}
