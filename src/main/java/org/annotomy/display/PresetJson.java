package org.annotomy.display;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

import org.annotomy.image.Window;
import org.annotomy.json.JsonArray;
import org.annotomy.json.JsonException;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonScalar;
import org.annotomy.json.JsonValue;

/** Preset sets as JSON, as {@code presets.schema.json} describes them. */
final class PresetJson {

	static final int VERSION = 1;

	private static final int MOST_SETS = 100;
	private static final int MOST_PRESETS = 1000;
	private static final Set<String> COMMON = Set.of("name", "kind", "modalities", "bodyParts", "tasks", "unit", "key", "source");

	private PresetJson() {}

	static List<PresetSet> read(JsonValue root) throws JsonException {
		JsonObject file = root.asObject();
		file.requireOnly(Set.of("annotomyPresets", "sets"));
		JsonValue version = file.require("annotomyPresets");
		if (version.asInt() != VERSION)
			throw new JsonException(version.line(),
					"this version reads preset files of version " + VERSION + ", not " + version.asInt() + ".");
		JsonArray array = file.require("sets").asArray();
		if (array.size() > MOST_SETS) throw new JsonException(array.line(), "more than " + MOST_SETS + " sets.");
		List<PresetSet> sets = new ArrayList<>();
		for (JsonValue set : array)
			sets.add(set(set.asObject()));
		return sets;
	}

	static JsonObject write(List<PresetSet> sets) {
		return JsonObject.builder().put("annotomyPresets", VERSION)
				.put("sets", JsonArray.of(sets.stream().map(PresetJson::set).toList())).build();
	}

	private static PresetSet set(JsonObject json) throws JsonException {
		json.requireOnly(Set.of("id", "title", "source", "presets"));
		JsonArray array = json.require("presets").asArray();
		if (array.size() > MOST_PRESETS) throw new JsonException(array.line(), "more than " + MOST_PRESETS + " presets.");
		List<WindowPreset> presets = new ArrayList<>();
		for (JsonValue preset : array)
			presets.add(preset(preset.asObject()));
		String id = json.require("id").asString();
		String title = json.string("title", id);
		String source = json.string("source", "");
		return made(json, () -> new PresetSet(id, title, source, presets));
	}

	private static JsonObject set(PresetSet set) {
		return JsonObject.builder().put("id", set.id()).put("title", set.title()).put("source", set.source())
				.put("presets", JsonArray.of(set.presets().stream().map(PresetJson::preset).toList())).build();
	}

	private static WindowPreset preset(JsonObject json) throws JsonException {
		String name = json.require("name").asString();
		WindowRule rule = rule(json, name);
		List<String> modalities = strings(json, "modalities");
		List<String> bodyParts = strings(json, "bodyParts");
		List<String> tasks = strings(json, "tasks");
		String unit = json.string("unit", "");
		int key = json.has("key") ? json.require("key").asInt() : 0;
		String source = json.string("source", "");
		return made(json, () -> new WindowPreset(name, rule, modalities, bodyParts, tasks, unit, key, source));
	}

	private static WindowRule rule(JsonObject json, String name) throws JsonException {
		JsonValue kind = json.require("kind");
		switch (kind.asString()) {
			case "fixed" :
				requireOnly(json, "center", "width", "function");
				double center = json.require("center").asDouble();
				double width = json.require("width").asDouble();
				Window.Function function = function(json);
				return made(json, () -> new WindowRule.Fixed(new Window(center, width, name, function)));
			case "percentile" :
				requireOnly(json, "low", "high", "function");
				double low = json.require("low").asDouble();
				double high = json.require("high").asDouble();
				Window.Function shape = function(json);
				return made(json, () -> new WindowRule.Percentile(low, high, shape));
			case "file" :
				requireOnly(json, "window");
				int number = json.require("window").asInt();
				return made(json, () -> new WindowRule.OfFile(number - 1));
			case "selection" :
				requireOnly(json, "low", "high");
				double from = json.number("low", 0);
				double to = json.number("high", 100);
				return made(json, () -> new WindowRule.OfSelection(from, to));
			default :
				throw new JsonException(kind.line(),
						"the kind of a preset is fixed, percentile, file or selection, not \"" + kind.asString() + "\".");
		}
	}

	private static JsonObject preset(WindowPreset preset) {
		JsonObject.Builder json = JsonObject.builder().put("name", preset.name());
		if (preset.rule() instanceof WindowRule.Fixed fixed) {
			Window window = fixed.window();
			json.put("kind", "fixed").put("center", window.center()).put("width", window.width());
			putFunction(json, window.function());
		} else if (preset.rule() instanceof WindowRule.Percentile percentile) {
			json.put("kind", "percentile").put("low", percentile.low()).put("high", percentile.high());
			putFunction(json, percentile.function());
		} else if (preset.rule() instanceof WindowRule.OfFile file) {
			json.put("kind", "file").put("window", file.index() + 1);
		} else if (preset.rule() instanceof WindowRule.OfSelection selection) {
			json.put("kind", "selection").put("low", selection.low()).put("high", selection.high());
		}
		json.put("unit", preset.unit().isEmpty() ? null : preset.unit());
		json.putUnlessEmpty("modalities", strings(preset.modalities())).putUnlessEmpty("bodyParts", strings(preset.bodyParts()))
				.putUnlessEmpty("tasks", strings(preset.tasks()));
		if (preset.key() > 0) json.put("key", preset.key());
		return json.put("source", preset.source().isEmpty() ? null : preset.source()).build();
	}

	private static void requireOnly(JsonObject json, String... members) throws JsonException {
		Set<String> known = new HashSet<>(COMMON);
		known.addAll(List.of(members));
		json.requireOnly(known);
	}

	private static Window.Function function(JsonObject json) throws JsonException {
		String name = json.string("function", "LINEAR");
		for (Window.Function function : Window.Function.values())
			if (function.name().equals(name)) return function;
		throw new JsonException(json.require("function").line(),
				"the function of a window is LINEAR, LINEAR_EXACT or SIGMOID, not \"" + name + "\".");
	}

	private static void putFunction(JsonObject.Builder json, Window.Function function) {
		if (function != Window.Function.LINEAR) json.put("function", function.name());
	}

	private static List<String> strings(JsonObject json, String member) throws JsonException {
		List<String> words = new ArrayList<>();
		for (JsonValue value : json.list(member))
			words.add(value.asString());
		return words;
	}

	private static JsonArray strings(List<String> words) {
		return JsonArray.of(words.stream().map(JsonScalar::of).toList());
	}

	/** What a constructor refuses is told with the line that the object began on. */
	private static <T> T made(JsonObject json, Supplier<T> maker) throws JsonException {
		try {
			return maker.get();
		} catch (IllegalArgumentException e) {
			throw new JsonException(json.line(), lowerFirst(e.getMessage()));
		}
	}

	private static String lowerFirst(String sentence) {
		return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
	}
}
