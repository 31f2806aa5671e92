package org.annotomy.annotation.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.annotomy.annotation.model.Coding;
import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.protocol.AnnotationClass.Overlap;
import org.annotomy.annotation.protocol.Protocol.NamedWindow;
import org.annotomy.annotation.shape.ShapeKind;
import org.annotomy.json.JsonException;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonValue;

/** The classes of a protocol file. */
final class ClassReader {

	private static final Set<String> MEMBERS = Set.of("key", "name", "color", "shortcut", "kinds", "mode", "code", "category",
			"modifier", "region", "regionModifier", "value", "overlap", "inside", "minSizeMm", "minAreaPx", "min", "max",
			"attributes", "preset", "help", "role");
	private static final Pattern COLOR = Pattern.compile("#[0-9A-Fa-f]{6}");
	private static final int MOST = 500;

	private final Language language;
	private final List<AttributeDefinition> attributes;
	private final List<NamedWindow> windows;
	private final Keys names = new Keys();
	private final Keys keys = new Keys();
	private final Keys shortcuts = new Keys();
	private final Keys values = new Keys();

	ClassReader(Language language, List<AttributeDefinition> attributes, List<NamedWindow> windows) {
		this.language = language;
		this.attributes = attributes;
		this.windows = windows;
	}

	List<AnnotationClass> read(JsonObject protocol) throws JsonException {
		JsonValue array = protocol.require("classes");
		List<AnnotationClass> classes = new ArrayList<>();
		List<JsonObject> objects = new ArrayList<>();
		for (JsonValue value : QuestionReader.limited(protocol, "classes", MOST)) {
			objects.add(value.asObject());
			classes.add(annotationClass(value.asObject()));
		}
		if (classes.isEmpty()) throw new JsonException(array.line(), "a protocol needs at least one class.");
		requireContainers(objects, classes);
		return classes;
	}

	private AnnotationClass annotationClass(JsonObject json) throws JsonException {
		json.requireOnly(MEMBERS);
		String key = Keys.key(json.require("key"));
		keys.add(key, json.require("key"), "the class \"" + key + "\"");
		String name = name(json.require("name"));
		int rgb = color(json.require("color"));
		Set<ShapeKind> kinds = kinds(json);
		Coding coding = CodeReader.coding(json);
		requireCodedVoxels(json, kinds, coding);
		int min = count(json, "min", 0);
		int max = count(json, "max", Integer.MAX_VALUE);
		if (min > max) throw new JsonException(json.require("min").line(), "min must not be above max.");
		return new AnnotationClass(key, name, rgb, shortcut(json), kinds, coding, labelValue(json), instances(json),
				overlap(json),
				json.string("inside", null), size(json, "minSizeMm"), size(json, "minAreaPx"), min, max, attributes(json),
				preset(json), language.choose(json, "help", null), role(json));
	}

	/** In every language the name must be one that QuPath takes. */
	private String name(JsonValue value) throws JsonException {
		for (Map.Entry<String, String> text : Language.all(value).entrySet()) {
			String name = text.getValue();
			if (name.contains(":"))
				throw new JsonException(value.line(),
						"the class name \"" + name + "\" contains a colon, at which QuPath would split it. Write it without.");
			if (name.indexOf('\n') >= 0 || name.indexOf('\r') >= 0)
				throw new JsonException(value.line(), "a class name must stand in one line; QuPath refuses line breaks.");
			names.add(List.of(text.getKey(), name), value, "the class name \"" + name + "\"");
		}
		return language.choose(value);
	}

	private static int color(JsonValue value) throws JsonException {
		String color = value.asString();
		if (!COLOR.matcher(color).matches())
			throw new JsonException(value.line(), "the color \"" + color + "\" is not of the form #RRGGBB, such as #E69F00.");
		return Integer.parseInt(color.substring(1), 16);
	}

	private char shortcut(JsonObject json) throws JsonException {
		if (!json.has("shortcut")) return 0;
		JsonValue value = json.require("shortcut");
		String text = value.asString();
		if (text.length() != 1)
			throw new JsonException(value.line(), "a shortcut is one letter, not \"" + text + "\".");
		var use = FixedKeys.use(text.charAt(0));
		if (use.isPresent())
			throw new JsonException(value.line(),
					"the shortcut \"" + text + "\" is not free: " + use.get() + ". Choose a letter from a to x, but not q.");
		char letter = Character.toLowerCase(text.charAt(0));
		shortcuts.add(letter, value, "the shortcut \"" + letter + "\"");
		return letter;
	}

	private static Set<ShapeKind> kinds(JsonObject json) throws JsonException {
		Set<ShapeKind> kinds = EnumSet.noneOf(ShapeKind.class);
		if (!json.has("kinds")) return kinds;
		for (JsonValue value : json.list("kinds")) {
			ShapeKind kind = Keys.named(value, "kind of mark", Arrays.asList(ShapeKind.values()), ShapeKind::key);
			if (!kinds.add(kind)) throw new JsonException(value.line(), "the kind of mark \"" + kind.key() + "\" stands twice.");
		}
		if (kinds.isEmpty())
			throw new JsonException(json.require("kinds").line(),
					"\"kinds\" allows nothing. Leave it out to allow every kind of mark.");
		return kinds;
	}

	private static void requireCodedVoxels(JsonObject json, Set<ShapeKind> kinds, Coding coding) throws JsonException {
		boolean voxels = kinds.isEmpty() || kinds.contains(ShapeKind.VOXELS);
		if (voxels && (coding.type() == null || coding.category() == null))
			throw new JsonException(json.require("key").line(), "the class \"" + json.require("key").asString()
					+ "\" may be marked with voxels" + (kinds.isEmpty() ? " (it names no kinds)" : "")
					+ " and so needs code and category: DICOM SEG cannot be written without them.");
	}

	private int labelValue(JsonObject json) throws JsonException {
		if (!json.has("value")) return 0;
		JsonValue value = json.require("value");
		int label = value.asInt();
		if (label < 1 || label > Segment.MAX_VALUE)
			throw new JsonException(value.line(), "a label value is from 1 to " + Segment.MAX_VALUE + ", not " + label + ".");
		values.add(label, value, "the label value " + label);
		return label;
	}

	private static boolean instances(JsonObject json) throws JsonException {
		if (!json.has("mode")) return true;
		return Keys.named(json.require("mode"), "mode", List.of("instance", "semantic"), mode -> mode).equals("instance");
	}

	private static Overlap overlap(JsonObject json) throws JsonException {
		if (!json.has("overlap")) return Overlap.ALLOWED;
		return Keys.named(json.require("overlap"), "overlap rule", Arrays.asList(Overlap.values()), Overlap::key);
	}

	private static FollowUpRole role(JsonObject json) throws JsonException {
		if (!json.has("role")) return null;
		return Keys.named(json.require("role"), "role in follow-up", Arrays.asList(FollowUpRole.values()), FollowUpRole::key);
	}

	/** A number from 0 on; 0 if it is not there. */
	static double size(JsonObject json, String member) throws JsonException {
		double size = json.number(member, 0);
		if (!(size >= 0) || Double.isInfinite(size))
			throw new JsonException(json.require(member).line(), "\"" + member + "\" must be 0 or above.");
		return size;
	}

	private static int count(JsonObject json, String member, int absent) throws JsonException {
		if (!json.has(member)) return absent;
		int count = json.require(member).asInt();
		if (count < 0) throw new JsonException(json.require(member).line(), "\"" + member + "\" must be 0 or above.");
		return count;
	}

	private List<String> attributes(JsonObject json) throws JsonException {
		List<String> chosen = new ArrayList<>();
		for (JsonValue value : json.list("attributes")) {
			String key = Keys.named(value, "attribute", attributes, AttributeDefinition::key).key();
			if (chosen.contains(key)) throw new JsonException(value.line(), "the attribute \"" + key + "\" stands twice.");
			chosen.add(key);
		}
		for (JsonValue value : json.list("attributes"))
			for (AttributeDefinition attribute : attributes)
				if (attribute.key().equals(value.asString()) && dependsOnMark(attribute)
						&& !chosen.contains(attribute.condition().attribute()))
					throw new JsonException(value.line(), "the attribute \"" + attribute.key() + "\" depends on \""
							+ attribute.condition().attribute() + "\", which this class does not ask.");
		return chosen;
	}

	/** Whether it depends on another attribute of the same mark, and not on a question about the image or the study. */
	private boolean dependsOnMark(AttributeDefinition attribute) {
		return attribute.condition() != null
				&& attributes.stream().anyMatch(other -> other.key().equals(attribute.condition().attribute()));
	}

	private String preset(JsonObject json) throws JsonException {
		return json.has("preset") ? Keys.named(json.require("preset"), "window", windows, NamedWindow::name).name() : null;
	}

	private static void requireContainers(List<JsonObject> objects, List<AnnotationClass> classes) throws JsonException {
		Map<String, AnnotationClass> byKey = new HashMap<>();
		for (int i = 0; i < classes.size(); i++) {
			byKey.put(classes.get(i).key(), classes.get(i));
			if (objects.get(i).has("inside"))
				Keys.named(objects.get(i).require("inside"), "class", classes, AnnotationClass::key);
		}
		for (int i = 0; i < classes.size(); i++) {
			Set<String> seen = new HashSet<>();
			for (AnnotationClass at = classes.get(i); at.mustLieInside() != null; at = byKey.get(at.mustLieInside()))
				if (!seen.add(at.key()))
					throw new JsonException(objects.get(i).require("inside").line(),
							"the class \"" + classes.get(i).key() + "\" would have to lie inside itself.");
		}
	}
}
