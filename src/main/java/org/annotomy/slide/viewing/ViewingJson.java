package org.annotomy.slide.viewing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import org.annotomy.json.JsonArray;
import org.annotomy.json.JsonException;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonValue;

/** Viewing paths as JSON. */
final class ViewingJson {

	private static final String RESTS = "rests";

	private ViewingJson() {}

	static JsonObject path(ViewingPath path) {
		List<JsonValue> rests = new ArrayList<>();
		path.moments().forEach(moment -> rests.add(rest(moment)));
		return JsonObject.builder().put("rater", path.rater())
				.put("started", path.started().truncatedTo(ChronoUnit.SECONDS).toString())
				.put("slide_width_px", path.slideWidth()).put("slide_height_px", path.slideHeight())
				.put(RESTS, JsonArray.of(rests)).build();
	}

	static JsonObject rest(ViewMoment moment) {
		RestingView view = moment.view();
		return JsonObject.builder().put("start_ms", moment.startMs()).put("duration_ms", moment.durationMs())
				.put("x_px", rounded(view.centreX())).put("y_px", rounded(view.centreY()))
				.put("downsample", view.downsample()).put("rotation_degrees", view.degrees())
				.put("width", view.width()).put("height", view.height()).put("z", view.z()).put("t", view.t()).build();
	}

	private static double rounded(double px) {
		return Math.rint(px * 10) / 10;
	}

	/**
	 * @throws JsonException if a member is missing or of another kind
	 * @throws IllegalArgumentException if a number cannot be
	 * @throws java.time.format.DateTimeParseException if the time cannot be read
	 */
	static ViewingPath path(JsonObject path) throws JsonException {
		List<ViewMoment> moments = new ArrayList<>();
		for (JsonValue value : path.list(RESTS))
			moments.add(rest(value.asObject()));
		return new ViewingPath(path.string("rater", ""), Instant.parse(path.require("started").asString()),
				path.require("slide_width_px").asInt(), path.require("slide_height_px").asInt(), moments);
	}

	/** As {@link #path(JsonObject)}. */
	static ViewMoment rest(JsonObject rest) throws JsonException {
		RestingView view = new RestingView(rest.require("x_px").asDouble(), rest.require("y_px").asDouble(),
				rest.require("downsample").asDouble(), rest.number("rotation_degrees", 0), rest.require("width").asInt(),
				rest.require("height").asInt(), (int) rest.number("z", 0), (int) rest.number("t", 0));
		return new ViewMoment((long) rest.require("start_ms").asDouble(), (long) rest.require("duration_ms").asDouble(), view);
	}
}
