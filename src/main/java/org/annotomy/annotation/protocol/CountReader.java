package org.annotomy.annotation.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.annotomy.annotation.protocol.AttributeDefinition.Condition;
import org.annotomy.annotation.protocol.CountTask.Kind;
import org.annotomy.json.JsonException;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonValue;

/** What a protocol file wants to have counted. */
final class CountReader {

	private static final Set<String> MEMBERS = Set.of("key", "title", "count", "classes", "among", "unless", "within", "areaMm2",
			"least", "help");
	private static final int MOST = 100;

	private final Language language;
	private final List<AttributeDefinition> attributes;
	private final List<AnnotationClass> classes;
	private final Keys keys = new Keys();

	/** @param attributes those that classes may have */
	CountReader(Language language, List<AttributeDefinition> attributes, List<AnnotationClass> classes) {
		this.language = language;
		this.attributes = attributes;
		this.classes = classes;
	}

	List<CountTask> read(JsonObject protocol) throws JsonException {
		List<CountTask> tasks = new ArrayList<>();
		for (JsonValue value : QuestionReader.limited(protocol, "counts", MOST))
			tasks.add(task(value.asObject()));
		return tasks;
	}

	private CountTask task(JsonObject json) throws JsonException {
		json.requireOnly(MEMBERS);
		String key = Keys.key(json.require("key"));
		keys.add(key, json.require("key"), "the count \"" + key + "\"");
		Kind kind = Keys.named(json.require("count"), "kind of count", Arrays.asList(Kind.values()), Kind::key);
		json.require("classes");
		List<String> counted = classes(json, "classes");
		List<String> among = classes(json, "among");
		if (kind == Kind.DENSITY && !among.isEmpty())
			throw new JsonException(json.require("among").line(), "\"among\" has no meaning in a density.");
		if (kind != Kind.DENSITY && !new HashSet<>(among).containsAll(counted))
			throw new JsonException(json.has("among") ? json.require("among").line() : json.line(),
					"\"among\" must name all classes that are counted, and those they are a part of.");
		double area = ClassReader.size(json, "areaMm2");
		if ((kind != Kind.PROPORTION) != area > 0)
			throw new JsonException(json.has("areaMm2") ? json.require("areaMm2").line() : json.line(), kind == Kind.PROPORTION
					? "a proportion has no area."
					: "a " + kind.key() + " needs \"areaMm2\" above 0.");
		String within = json.has("within")
				? Keys.named(json.require("within"), "class", classes, AnnotationClass::key).key()
				: null;
		if (kind == Kind.DENSITY && within == null)
			throw new JsonException(json.line(), "a density needs \"within\": the class whose areas are inspected.");
		return new CountTask(key, language.choose(json.require("title")), kind, counted, among, unless(json), within, area,
				least(json),
				language.choose(json, "help", null));
	}

	private Condition unless(JsonObject json) throws JsonException {
		return json.has("unless") ? QuestionReader.condition(json.require("unless"), attributes) : null;
	}

	private static int least(JsonObject json) throws JsonException {
		if (!json.has("least")) return 0;
		int least = json.require("least").asInt();
		if (least < 0) throw new JsonException(json.require("least").line(), "\"least\" must be 0 or above.");
		return least;
	}

	private List<String> classes(JsonObject json, String member) throws JsonException {
		List<String> chosen = new ArrayList<>();
		for (JsonValue value : json.list(member))
			chosen.add(Keys.named(value, "class", classes, AnnotationClass::key).key());
		if (json.has(member) && chosen.isEmpty())
			throw new JsonException(json.require(member).line(), "\"" + member + "\" needs at least one class.");
		return chosen;
	}
}
