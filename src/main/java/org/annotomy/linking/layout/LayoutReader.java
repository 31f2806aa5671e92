package org.annotomy.linking.layout;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.annotomy.json.JsonArray;
import org.annotomy.json.JsonException;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonValue;
import org.annotomy.json.StrictJson;
import org.annotomy.linking.group.MemberFacts;
import org.annotomy.linking.layout.Layout.Align;
import org.annotomy.linking.layout.Layout.Cell;
import org.annotomy.linking.layout.Layout.Fused;
import org.annotomy.linking.layout.Layout.Side;
import org.annotomy.linking.layout.Layout.Stage;
import org.annotomy.linking.layout.Layout.Together;

/**
 * Reads layout files ({@code *.layout.json}, described by {@code layout.schema.json} and docs/linking.md). Strict: what is not understood is
 * refused with its line.
 */
public final class LayoutReader {

	/** How the names of layout files end. */
	public static final String SUFFIX = ".layout.json";

	private static final int MOST_BYTES = 1 << 20;
	private static final int MOST_SLOTS = 50;
	private static final int MOST_STAGES = 50;
	private static final int MOST_CELLS = 8;
	private static final List<String> PLANES = List.of("own", "axial", "coronal", "sagittal");
	/** Colour tables of images that lie over others. */
	public static final List<String> COLOURS = List.of("hot iron", "rainbow", "grey", "inverse grey", "red", "green", "blue",
			"labels");
	private static final double USUAL_OPACITY = 50;
	private static final List<String> SYNC = List.of("scroll", "pan", "zoom", "crosshair", "window", "reference-lines");

	private final Map<String, Integer> slotLines = new HashMap<>();

	private LayoutReader() {}

	/**
	 * @throws JsonException if it is no layout; the message begins with the line and does not name the file
	 * @throws IOException if it cannot be read
	 */
	public static Layout read(Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			return read(in.readNBytes(MOST_BYTES + 1));
		}
	}

	/** @throws JsonException if it is no layout; the message begins with the line */
	public static Layout read(byte[] bytes) throws JsonException {
		return new LayoutReader().layout(StrictJson.parse(bytes, MOST_BYTES, "a layout file").asObject());
	}

	private Layout layout(JsonObject json) throws JsonException {
		json.requireOnly(Set.of("$schema", "id", "title", "slots", "stages"));
		String id = json.require("id").asString();
		if (!id.matches("[a-z0-9][a-z0-9.-]{0,63}"))
			throw new JsonException(json.require("id").line(),
					"\"" + id + "\" must consist of lower-case letters, digits, dots and hyphens, at most 64.");
		List<LayoutSlot> slots = new ArrayList<>();
		for (JsonValue value : some(json, "slots", MOST_SLOTS))
			slots.add(slot(value.asObject()));
		List<Stage> stages = new ArrayList<>();
		for (JsonValue value : some(json, "stages", MOST_STAGES))
			stages.add(stage(value.asObject()));
		return new Layout(id, text(json, "title"), slots, stages);
	}

	private static List<JsonValue> some(JsonObject json, String member, int most) throws JsonException {
		JsonArray array = json.require(member).asArray();
		if (array.size() < 1 || array.size() > most)
			throw new JsonException(array.line(),
					"\"" + member + "\" needs 1 to " + most + " entries, not " + array.size() + ".");
		return array.values();
	}

	private static String text(JsonObject json, String member) throws JsonException {
		String text = json.require(member).asString();
		if (text.isBlank()) throw new JsonException(json.require(member).line(), "\"" + member + "\" must not be blank.");
		return text;
	}

	private LayoutSlot slot(JsonObject json) throws JsonException {
		json.requireOnly(Set.of("key", "match", "prefer", "time", "optional", "values"));
		String key = json.require("key").asString();
		if (!key.matches("[a-z0-9][a-z0-9-]{0,63}"))
			throw new JsonException(json.require("key").line(),
					"the key \"" + key + "\" must be of lower-case letters, digits and hyphens, at most 64.");
		Integer first = slotLines.putIfAbsent(key, json.require("key").line());
		if (first != null)
			throw new JsonException(json.require("key").line(), "the slot \"" + key + "\" stands already in line " + first + ".");
		List<Map<String, List<String>>> match = new ArrayList<>();
		for (JsonValue alternative : some(json, "match", MOST_SLOTS))
			match.add(facts(alternative.asObject()));
		LayoutSlot.Time time = json.has("time")
				? LayoutSlot.Time.valueOf(named(json.require("time"), "time", List.of("first", "last")).toUpperCase(Locale.ROOT))
				: null;
		return new LayoutSlot(key, match, facts(json.object("prefer")), time, json.bool("optional", false),
				json.has("values") ? text(json, "values") : null);
	}

	private static Map<String, List<String>> facts(JsonObject json) throws JsonException {
		Map<String, List<String>> facts = new LinkedHashMap<>();
		for (Map.Entry<String, JsonValue> fact : json.members().entrySet()) {
			if (!MemberFacts.NAMES.contains(fact.getKey()))
				throw new JsonException(fact.getValue().line(), "there is no fact \"" + fact.getKey() + "\" of an image; known: "
						+ String.join(", ", MemberFacts.NAMES) + ".");
			List<String> values = new ArrayList<>();
			List<JsonValue> given = fact.getValue() instanceof JsonArray array ? array.values() : List.of(fact.getValue());
			for (JsonValue value : given)
				values.add(value.asString());
			if (values.isEmpty()) throw new JsonException(fact.getValue().line(), "a fact needs at least one value.");
			facts.put(fact.getKey(), values);
		}
		return facts;
	}

	private Stage stage(JsonObject json) throws JsonException {
		json.requireOnly(Set.of("title", "rows", "columns", "windows", "sync"));
		int rows = count(json, "rows", 1, MOST_CELLS);
		int columns = count(json, "columns", 1, MOST_CELLS);
		List<Cell> cells = new ArrayList<>();
		boolean[][] taken = new boolean[rows][columns];
		for (JsonValue value : some(json, "windows", MOST_CELLS * MOST_CELLS)) {
			Cell cell = cell(value.asObject(), rows, columns);
			take(cell, taken, value.line());
			cells.add(cell);
		}
		Optional<Together> together = json.has("sync") ? Optional.of(together(json.require("sync").asArray())) : Optional.empty();
		return new Stage(text(json, "title"), rows, columns, cells, together);
	}

	private static void take(Cell cell, boolean[][] taken, int line) throws JsonException {
		for (int row = cell.row() - 1; row < cell.row() - 1 + cell.rowSpan(); row++)
			for (int column = cell.column() - 1; column < cell.column() - 1 + cell.columnSpan(); column++) {
				if (taken[row][column])
					throw new JsonException(line,
							"another window stands already in row " + (row + 1) + ", column " + (column + 1) + ".");
				taken[row][column] = true;
			}
	}

	private Cell cell(JsonObject json, int rows, int columns) throws JsonException {
		json.requireOnly(
				Set.of("slot", "row", "column", "rowSpan", "columnSpan", "plane", "align", "chestWall", "scale", "preset",
						"fusion"));
		String slot = named(json.require("slot"), "slot", List.copyOf(slotLines.keySet()));
		int row = count(json, "row", 1, rows);
		int column = count(json, "column", 1, columns);
		int rowSpan = json.has("rowSpan") ? count(json, "rowSpan", 1, rows - row + 1) : 1;
		int columnSpan = json.has("columnSpan") ? count(json, "columnSpan", 1, columns - column + 1) : 1;
		String plane = json.has("plane") ? named(json.require("plane"), "plane", PLANES) : "own";
		String align = json.has("align") ? named(json.require("align"), "align", List.of("left", "centre", "right")) : "centre";
		Side wall = json.has("chestWall")
				? Side.valueOf(named(json.require("chestWall"), "side", List.of("left", "right")).toUpperCase(Locale.ROOT))
				: null;
		boolean same = json.has("scale") && named(json.require("scale"), "scale", List.of("fit", "same")).equals("same");
		return new Cell(slot, row, column, rowSpan, columnSpan, plane, Align.valueOf(align.toUpperCase(Locale.ROOT)), wall, same,
				json.string("preset", null), json.has("fusion") ? fused(json.require("fusion").asObject(), slot) : null);
	}

	private Fused fused(JsonObject json, String lower) throws JsonException {
		json.requireOnly(Set.of("slot", "colours", "low", "high", "opacity", "cutOff"));
		String slot = named(json.require("slot"), "slot", List.copyOf(slotLines.keySet()));
		if (slot.equals(lower))
			throw new JsonException(json.require("slot").line(),
					"an image cannot lie over itself: name another slot in \"fusion\".");
		String colours = json.has("colours") ? named(json.require("colours"), "colour table", COLOURS) : COLOURS.get(0);
		double opacity = json.number("opacity", USUAL_OPACITY);
		if (!(opacity >= 0 && opacity <= 100))
			throw new JsonException(json.require("opacity").line(), "\"opacity\" must be from 0 to 100, not " + opacity + ".");
		Double low = json.has("low") ? json.require("low").asDouble() : null;
		Double high = json.has("high") ? json.require("high").asDouble() : null;
		if (low != null && high != null && !(low < high))
			throw new JsonException(json.require("high").line(), "\"high\" must be above \"low\".");
		return new Fused(slot, colours, low, high, opacity, json.bool("cutOff", true));
	}

	private static Together together(JsonArray sync) throws JsonException {
		List<String> on = new ArrayList<>();
		for (JsonValue value : sync)
			on.add(named(value, "word", SYNC));
		return new Together(on.contains("scroll"), on.contains("pan"), on.contains("zoom"), on.contains("crosshair"),
				on.contains("window"), on.contains("reference-lines"));
	}

	private static int count(JsonObject json, String member, int least, int most) throws JsonException {
		int count = json.require(member).asInt();
		if (count < least || count > most)
			throw new JsonException(json.require(member).line(),
					"\"" + member + "\" must be from " + least + " to " + most + ", not " + count + ".");
		return count;
	}

	private static String named(JsonValue value, String what, List<String> known) throws JsonException {
		String text = value.asString();
		if (!known.contains(text)) {
			String[] sorted = known.toArray(String[]::new);
			Arrays.sort(sorted);
			throw new JsonException(value.line(),
					"unknown " + what + " \"" + text + "\"; known: " + String.join(", ", sorted) + ".");
		}
		return text;
	}
}
