package org.annotomy.display;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

import org.annotomy.json.Json;
import org.annotomy.json.JsonException;

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
		byte[] bytes = in.readNBytes(MOST_BYTES + 1);
		if (bytes.length > MOST_BYTES) throw new JsonException(0, "a file of presets has at most 1 MB; this one is larger.");
		return parse(utf8(bytes));
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
		Path folder = file.toAbsolutePath().getParent();
		Files.createDirectories(folder);
		Path temp = Files.createTempFile(folder, "presets", ".tmp");
		try {
			Files.writeString(temp, toJson(sets));
			Files.move(temp, file, StandardCopyOption.REPLACE_EXISTING);
		} finally {
			Files.deleteIfExists(temp);
		}
	}

	private static String utf8(byte[] bytes) throws JsonException {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		} catch (CharacterCodingException e) {
			throw new JsonException(0, "the file is not text in UTF-8.");
		}
	}
}
