package org.annotomy.dicom.conformance;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.annotomy.image.ImageFormatException;
import org.annotomy.json.Json;
import org.annotomy.json.JsonException;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonValue;

/**
 * The list {@code manifest.json} of a folder: for each file what independent tools read off it.
 *
 * @param files those that are DICOM, in the order of the list
 * @param series facts of whole series
 */
record ConformanceManifest(Path folder, List<Entry> files, List<JsonObject> series) {

	private static final String NAME = "manifest.json";
	private static final long MAX_BYTES = 256L << 20;

	/**
	 * One file of the list.
	 *
	 * @param sha256 of the whole file; empty if the list does not say
	 */
	record Entry(String path, String sha256, JsonObject facts) {}

	/** @throws ImageFormatException if there is no list, or it cannot be read as one; the message says what is wrong with it */
	static ConformanceManifest read(Path folder) throws IOException {
		Path list = folder.resolve(NAME);
		if (!Files.isDirectory(folder)) throw new ImageFormatException("There is no such folder to compare.");
		if (!Files.isRegularFile(list))
			throw new ImageFormatException("The folder has no " + NAME + ", which says what its files should hold.");
		if (Files.size(list) > MAX_BYTES)
			throw new ImageFormatException("The " + NAME + " of the folder is larger than 256 MB; that is no list of files.");
		try {
			JsonObject root = Json.parse(Files.readString(list)).asObject();
			List<Entry> files = new ArrayList<>();
			for (JsonValue file : root.require("files").asArray().values())
				add(folder, file.asObject(), files);
			List<JsonObject> series = new ArrayList<>();
			for (JsonValue each : root.list("series"))
				series.add(each.asObject());
			return new ConformanceManifest(folder, files, series);
		} catch (JsonException e) {
			throw new ImageFormatException("The " + NAME + " of the folder is no list of files: " + e.getMessage(), e);
		} catch (CharacterCodingException e) {
			throw new ImageFormatException("The " + NAME + " of the folder is not text in UTF-8.", e);
		}
	}

	private static void add(Path folder, JsonObject file, List<Entry> files) throws IOException {
		JsonObject facts = file.object("facts");
		if (!facts.string("kind", "").equals("DICOM")) return;
		String path = file.require("path").asString();
		if (!folder.resolve(path).normalize().startsWith(folder.normalize()))
			throw new ImageFormatException("The " + NAME + " of the folder names a file outside the folder.");
		files.add(new Entry(path, file.string("sha256", ""), facts));
	}

	Path file(Entry entry) {
		return folder.resolve(entry.path());
	}
}
