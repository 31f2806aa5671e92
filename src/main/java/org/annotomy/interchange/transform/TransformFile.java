package org.annotomy.interchange.transform;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.annotomy.interchange.sidecar.IdentityJson;
import org.annotomy.json.Json;
import org.annotomy.json.JsonException;
import org.annotomy.json.JsonFile;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonValue;
import org.annotomy.registration.ImageFrame;
import org.annotomy.registration.Registration;

/** Files of one registration each: UTF-8 JSON named {@code *.transform.json}, as {@code docs/registration.md} describes them. */
public final class TransformFile {

	public static final String SUFFIX = ".transform.json";

	private static final String VERSION = "annotomyTransform";
	private static final int NEWEST = 1;
	private static final int MOST_BYTES = 4 << 20;

	private TransformFile() {}

	/** The text of such a file. */
	public static String toJson(Registration registration) {
		JsonObject.Builder measures = JsonObject.builder();
		registration.measures().forEach((name, value) -> {
			if (Double.isFinite(value)) measures.put(name, value.doubleValue());
		});
		return Json.writeIndented(JsonObject.builder().put(VERSION, NEWEST).put("method", registration.method())
				.put("maps", "moving to fixed").put("moving", side(registration.moving()))
				.put("fixed", side(registration.fixed()))
				.put("transform", TransformJson.write(registration.transform())).put("measures", measures.build()).build());
	}

	private static JsonObject side(Registration.Side side) {
		return JsonObject.builder().put("frame", side.frame().word()).put("image", IdentityJson.encode(side.image())).build();
	}

	/** @throws JsonException if something is not as it must be; the message begins with the line */
	public static Registration parse(String json) throws JsonException {
		JsonObject from = Json.parse(json).asObject();
		int version = from.require(VERSION).asInt();
		if (version != NEWEST)
			throw new JsonException(from.line(), "this file is of version " + version + "; version " + NEWEST
					+ " can be read. Use a newer Annotomy.");
		from.requireOnly(Set.of(VERSION, "method", "maps", "moving", "fixed", "transform", "measures"));
		Map<String, Double> measures = new TreeMap<>();
		for (Map.Entry<String, JsonValue> measure : from.object("measures").members().entrySet())
			measures.put(measure.getKey(), measure.getValue().asDouble());
		return new Registration(side(from.require("moving").asObject()), side(from.require("fixed").asObject()),
				TransformJson.read(from.require("transform").asObject()), from.string("method", ""), measures);
	}

	private static Registration.Side side(JsonObject from) throws JsonException {
		String word = from.require("frame").asString();
		ImageFrame.Kind kind = Arrays.stream(ImageFrame.Kind.values()).filter(k -> k.word().equals(word)).findFirst()
				.orElseThrow(
						() -> new JsonException(from.line(), "unknown frame \"" + word + "\"; known: patient, image, pixels."));
		return new Registration.Side(IdentityJson.decode(from.require("image").asObject()), kind);
	}

	/**
	 * @throws JsonException if something is not as it must be; the message begins with the line
	 * @throws IOException if the file cannot be read
	 */
	public static Registration read(Path file) throws IOException {
		return parse(JsonFile.read(file, MOST_BYTES, "a file of a transform"));
	}

	/**
	 * Replaces the file whole or not at all.
	 *
	 * @throws IOException if it cannot be written
	 */
	public static void write(Registration registration, Path file) throws IOException {
		JsonFile.write(toJson(registration), file);
	}
}
