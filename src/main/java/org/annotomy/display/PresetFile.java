package org.annotomy.display;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.annotomy.json.Json;
import org.annotomy.json.JsonException;
import org.annotomy.json.JsonFile;

/** Files of preset sets to share: UTF-8 JSON named {@code *.presets.json}, as {@code presets.schema.json} describes them. */
public final class PresetFile {

	public static final String SUFFIX = ".presets.json";

	private static final int MOST_BYTES = 1 << 20;

	private PresetFile() {}

	/**
	 * @throws JsonException if something is not as it must be; the message begins with the line
	 * @throws IOException if the file cannot be read
	 */
	public static List<PresetSet> read(Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			return read(in);
		}
	}

	/**
	 * @throws JsonException if something is not as it must be; the message begins with the line
	 * @throws IOException if the stream cannot be read
	 */
	public static List<PresetSet> read(InputStream in) throws IOException {
		return parse(JsonFile.read(in, MOST_BYTES, "a file of presets"));
	}

	/** @throws JsonException if something is not as it must be; the message begins with the line */
	public static List<PresetSet> parse(String json) throws JsonException {
		return PresetJson.read(Json.parse(json));
	}

	/** The text of such a file. */
	public static String toJson(List<PresetSet> sets) {
		return Json.writeIndented(PresetJson.write(sets));
	}

	/**
	 * Replaces the file whole or not at all.
	 *
	 * @throws IOException if it cannot be written
	 */
	public static void write(List<PresetSet> sets, Path file) throws IOException {
		JsonFile.write(toJson(sets), file);
	}
}
