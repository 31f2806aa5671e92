package org.annotomy.slide.viewing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

import org.annotomy.image.ImageFormatException;
import org.annotomy.json.Json;
import org.annotomy.json.JsonArray;
import org.annotomy.json.JsonException;
import org.annotomy.json.JsonFile;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonValue;

/**
 * Viewing paths beside a slide, in {@code X.viewing.json}. The file names nobody but a pseudonym.
 */
public final class ViewingFile {

	private static final String KIND = "annotomy-viewing-path";
	private static final int VERSION = 1;
	private static final int MAX_BYTES = 256 << 20;

	private final Path file;

	/** @param sidecar the path X */
	public ViewingFile(Path sidecar) {
		file = sidecar.resolveSibling(sidecar.getFileName() + ".viewing.json");
	}

	public Path path() {
		return file;
	}

	/**
	 * The recordings in their order; none if there is no file.
	 *
	 * @throws ImageFormatException if the file is no such file; in words for the user
	 */
	public List<ViewingPath> read() throws IOException {
		if (!Files.exists(file)) return List.of();
		try {
			JsonObject root = Json.parse(JsonFile.read(file, MAX_BYTES, "a file of viewing paths")).asObject();
			if (!root.string("kind", "").equals(KIND) || root.number("version", 0) != VERSION)
				throw new ImageFormatException("The file of viewing paths beside the slide is of another kind or version.");
			List<ViewingPath> paths = new ArrayList<>();
			for (JsonValue path : root.list("paths"))
				paths.add(ViewingJson.path(path.asObject()));
			return paths;
		} catch (JsonException | IllegalArgumentException | DateTimeParseException e) {
			throw new ImageFormatException("The file of viewing paths beside the slide is broken.", e);
		}
	}

	/** Adds a recording; those that are there stay. */
	public void add(ViewingPath path) throws IOException {
		List<JsonValue> all = new ArrayList<>();
		for (ViewingPath before : read())
			all.add(ViewingJson.path(before));
		all.add(ViewingJson.path(path));
		JsonObject root = JsonObject.builder().put("kind", KIND).put("version", VERSION).put("paths", JsonArray.of(all)).build();
		JsonFile.write(Json.writeIndented(root), file);
	}
}
