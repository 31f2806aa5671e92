package org.annotomy.slide.viewing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
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
				paths.add(path(path.asObject()));
			return paths;
		} catch (JsonException | IllegalArgumentException | DateTimeParseException e) {
			throw new ImageFormatException("The file of viewing paths beside the slide is broken.", e);
		}
	}

	/** Adds a recording; those that are there stay. */
	public void add(ViewingPath path) throws IOException {
		List<JsonValue> all = new ArrayList<>();
		for (ViewingPath before : read())
			all.add(json(before));
		all.add(json(path));
		JsonObject root = JsonObject.builder().put("kind", KIND).put("version", VERSION).put("paths", JsonArray.of(all)).build();
		JsonFile.write(Json.writeIndented(root), file);
	}

	private static JsonObject json(ViewingPath path) {
		List<JsonValue> moments = new ArrayList<>();
		for (ViewMoment moment : path.moments()) {
			RestingView view = moment.view();
			moments.add(JsonObject.builder().put("start_ms", moment.startMs()).put("duration_ms", moment.durationMs())
					.put("x_px", rounded(view.centreX())).put("y_px", rounded(view.centreY()))
					.put("downsample", view.downsample()).put("rotation_degrees", view.degrees())
					.put("width", view.width()).put("height", view.height()).put("z", view.z()).put("t", view.t()).build());
		}
		return JsonObject.builder().put("rater", path.rater())
				.put("started", path.started().truncatedTo(ChronoUnit.SECONDS).toString())
				.put("slide_width_px", path.slideWidth()).put("slide_height_px", path.slideHeight())
				.put("rests", JsonArray.of(moments)).build();
	}

	private static double rounded(double px) {
		return Math.rint(px * 10) / 10;
	}

	private static ViewingPath path(JsonObject path) throws JsonException {
		List<ViewMoment> moments = new ArrayList<>();
		for (JsonValue value : path.list("rests")) {
			JsonObject rest = value.asObject();
			RestingView view = new RestingView(rest.require("x_px").asDouble(), rest.require("y_px").asDouble(),
					rest.require("downsample").asDouble(), rest.number("rotation_degrees", 0), rest.require("width").asInt(),
					rest.require("height").asInt(), (int) rest.number("z", 0), (int) rest.number("t", 0));
			moments.add(new ViewMoment((long) rest.require("start_ms").asDouble(), (long) rest.require("duration_ms").asDouble(),
					view));
		}
		return new ViewingPath(path.string("rater", ""), Instant.parse(path.require("started").asString()),
				path.require("slide_width_px").asInt(), path.require("slide_height_px").asInt(), moments);
	}
}
