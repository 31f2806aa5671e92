package org.annotomy.linking.group;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.annotomy.interchange.sidecar.IdentityJson;
import org.annotomy.interchange.transform.TransformJson;
import org.annotomy.json.JsonException;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonValue;
import org.annotomy.linking.place.Alignment;
import org.annotomy.linking.place.SpaceMap;
import org.annotomy.registration.Transform;

/** Reads the JSON of a group file; what it does not know at the top level is kept. */
final class GroupReader {

	static final String FORMAT = "annotomy-group";
	static final String VERSION = "1.0";

	private static final Set<String> KNOWN = Set.of("format", "version", "name", "members", "alignments", "sync", "layout",
			"stage",
			"views");
	private static final int MOST_VIEWS = 1000;

	private final JsonObject json;

	GroupReader(JsonObject json) {
		this.json = json;
	}

	ImageGroup group() throws JsonException {
		if (!FORMAT.equals(json.string("format", "")))
			throw new JsonException(json.line(), "this is no group file: \"format\" must be \"" + FORMAT + "\".");
		String version = json.string("version", "");
		if (!version.startsWith("1."))
			throw new JsonException(json.require("version").line(),
					"this group file has version " + version + ", and this program reads 1.x. Use a newer one.");
		try {
			return new ImageGroup(json.string("name", ""), members(), alignments(), sync(json.object("sync")),
					json.string("layout", null), (int) Math.max(0, Math.min(1000, json.number("stage", 0))), views(),
					json.without(KNOWN));
		} catch (IllegalArgumentException e) {
			throw new JsonException(json.line(), e.getMessage());
		}
	}

	private List<GroupMember> members() throws JsonException {
		List<JsonValue> values = json.require("members").asArray().values();
		if (values.size() > ImageGroup.MOST_MEMBERS)
			throw new JsonException(json.require("members").line(),
					"a group has at most " + ImageGroup.MOST_MEMBERS + " images, not " + values.size() + ".");
		List<GroupMember> members = new ArrayList<>();
		for (JsonValue value : values)
			members.add(at(value, this::member));
		return members;
	}

	private GroupMember member(JsonObject member) throws JsonException {
		Map<String, String> facts = new LinkedHashMap<>();
		for (Map.Entry<String, JsonValue> fact : member.object("facts").members().entrySet())
			facts.put(fact.getKey(), fact.getValue().asString());
		return new GroupMember(member.require("key").asString(), member.string("path", ""),
				IdentityJson.decode(member.require("image").asObject()), new MemberFacts(facts));
	}

	private List<Alignment> alignments() throws JsonException {
		List<Alignment> alignments = new ArrayList<>();
		for (JsonValue value : json.list("alignments"))
			alignments.add(at(value, alignment -> {
				Transform transform = TransformJson.read(alignment.require("transform").asObject());
				transform.inverse();
				return new Alignment(alignment.require("from").asString(), alignment.require("to").asString(),
						new SpaceMap(transform, alignment.number("errorMm", Double.NaN)), alignment.string("how", ""));
			}));
		return alignments;
	}

	private static SyncSettings sync(JsonObject sync) throws JsonException {
		SyncSettings usual = SyncSettings.USUAL;
		String ghosts = sync.string("ghosts", usual.ghosts().name()).toUpperCase(Locale.ROOT);
		return new SyncSettings(sync.bool("scroll", usual.scroll()), sync.bool("pan", usual.pan()),
				sync.bool("zoom", usual.zoom()),
				sync.bool("crosshair", usual.crosshair()), sync.bool("window", usual.window()),
				sync.bool("referenceLines", usual.referenceLines()), SyncSettings.Ghosts.valueOf(ghosts));
	}

	private List<ViewMemory> views() throws JsonException {
		List<ViewMemory> views = new ArrayList<>();
		List<JsonValue> stored = json.list("views");
		if (stored.size() > MOST_VIEWS)
			throw new JsonException(json.require("views").line(), "a group remembers at most " + MOST_VIEWS + " windows.");
		for (JsonValue value : stored)
			views.add(at(value, GroupReader::view));
		return views;
	}

	private static ViewMemory view(JsonObject view) throws JsonException {
		double[] bounds = numbers(view, "bounds", 4);
		double[] corner = numbers(view, "corner", 2);
		double[] window = view.has("window") ? numbers(view, "window", 2) : new double[]{Double.NaN, Double.NaN};
		return new ViewMemory(view.require("member").asString(), view.string("plane", "own"), (int) bounds[0], (int) bounds[1],
				(int) bounds[2], (int) bounds[3], view.require("slice").asInt(), view.require("zoom").asDouble(), (int) corner[0],
				(int) corner[1], window[0], window[1]);
	}

	private static double[] numbers(JsonObject of, String name, int count) throws JsonException {
		double[] numbers = of.require(name).asArray().doubles();
		if (numbers.length != count)
			throw new JsonException(of.require(name).line(), "\"" + name + "\" needs " + count + " numbers.");
		return numbers;
	}

	/** Reads one entry of a list. */
	@FunctionalInterface
	private interface Entry<T> {

		T read(JsonObject json) throws JsonException;
	}

	/** What is wrong with an entry is told with its line. */
	private static <T> T at(JsonValue value, Entry<T> entry) throws JsonException {
		try {
			return entry.read(value.asObject());
		} catch (IllegalArgumentException e) {
			throw new JsonException(value.line(), e.getMessage());
		}
	}
}
