package org.annotomy.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.annotomy.geometry.Box;
import org.annotomy.json.Json;
import org.annotomy.json.JsonArray;
import org.annotomy.json.JsonException;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonValue;

/**
 * What is noted of a tile once its files are there: one line of the log.
 *
 * @param index of the tile in the grid
 * @param name of its files without their ending; empty if the tile was left out
 * @param x left edge in pixels of level 0; {@code y} upper edge
 * @param covered the part of it that lies in marks, 0 to 1
 * @param marks as COCO has them, without identifiers
 */
record TileRecord(int index, String name, double x, double y, double covered, List<JsonObject> marks) {

	static TileRecord leftOut(int index, Box tile) {
		return new TileRecord(index, "", tile.x(), tile.y(), 0, List.of());
	}

	/** Names sort like the tiles lie: row by row. */
	static String name(Box tile) {
		return String.format(Locale.ROOT, "y%07.0f-x%07.0f", tile.y(), tile.x());
	}

	boolean isLeftOut() { return name.isEmpty(); }

	String line() {
		return Json
				.write(JsonObject.builder().put("index", index).put("name", name).put("x", x).put("y", y).put("covered", covered)
						.put("marks", JsonArray.of(marks)).build());
	}

	/** @throws JsonException if the line was cut short, or is not of this program */
	static TileRecord of(String line) throws JsonException {
		JsonObject json = Json.parse(line).asObject();
		List<JsonObject> marks = new ArrayList<>();
		for (JsonValue mark : json.list("marks"))
			marks.add(mark.asObject());
		return new TileRecord(json.require("index").asInt(), json.require("name").asString(), json.require("x").asDouble(),
				json.require("y").asDouble(), json.require("covered").asDouble(), marks);
	}
}
