package org.annotomy.annotation.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.annotomy.annotation.protocol.AttributeDefinition.Condition;
import org.annotomy.annotation.protocol.ProtocolRule.Kind;
import org.annotomy.annotation.protocol.ProtocolRule.Measure;
import org.annotomy.json.JsonArray;
import org.annotomy.json.JsonException;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonValue;

/** The rules among marks of a protocol file. */
final class RuleReader {

	private static final Set<String> COMMON = Set.of("rule", "classes", "when", "severity", "message");
	private static final int MOST = 200;

	private final Language language;
	private final List<AttributeDefinition> attributes;
	private final List<AttributeDefinition> ofAll;
	private final List<AnnotationClass> classes;

	/** @param ofAll questions about the image and the study */
	RuleReader(Language language, List<AttributeDefinition> attributes, List<AttributeDefinition> ofAll,
			List<AnnotationClass> classes) {
		this.language = language;
		this.attributes = attributes;
		this.ofAll = ofAll;
		this.classes = classes;
	}

	List<ProtocolRule> read(JsonObject protocol) throws JsonException {
		List<ProtocolRule> rules = new ArrayList<>();
		for (JsonValue value : QuestionReader.limited(protocol, "rules", MOST))
			rules.add(rule(value.asObject()));
		return rules;
	}

	private ProtocolRule rule(JsonObject json) throws JsonException {
		Kind kind = Keys.named(json.require("rule"), "rule", Arrays.asList(Kind.values()), Kind::key);
		List<AnnotationClass> chosen = chosenClasses(json);
		Condition when = json.has("when")
				? QuestionReader.condition(json.require("when"), Stream.concat(asked(chosen).stream(), ofAll.stream()).toList())
				: null;
		boolean warning = json.has("severity")
				&& Keys.named(json.require("severity"), "severity", List.of("error", "warning"), s -> s).equals("warning");
		String message = language.choose(json.require("message"));
		List<String> keys = chosen.stream().map(AnnotationClass::key).toList();
		return switch (kind) {
			case COUNT -> {
				requireOnly(json, "per", "min", "max");
				requireBound(json, "min", "max");
				yield new ProtocolRule(kind, keys, when, attribute(json, "per", chosen), null, bound(json, "min", 0),
						bound(json, "max", Double.POSITIVE_INFINITY), warning, message);
			}
			case SIZE -> {
				requireOnly(json, "measure", "minMm", "maxMm");
				requireBound(json, "minMm", "maxMm");
				Measure measure = Keys.named(json.require("measure"), "measure", Arrays.asList(Measure.values()), Measure::key);
				yield new ProtocolRule(kind, keys, when, null, measure, bound(json, "minMm", 0),
						bound(json, "maxMm", Double.POSITIVE_INFINITY), warning, message);
			}
			case UNIQUE -> {
				requireOnly(json, "attribute");
				json.require("attribute");
				yield new ProtocolRule(kind, keys, when, attribute(json, "attribute", chosen), null, 0, Double.POSITIVE_INFINITY,
						warning, message);
			}
			case LINKED -> {
				requireOnly(json, "min");
				yield new ProtocolRule(kind, keys, when, null, null, others(json), Double.POSITIVE_INFINITY, warning, message);
			}
		};
	}

	private static double others(JsonObject json) throws JsonException {
		double min = bound(json, "min", 1);
		if (min < 1 || min != Math.rint(min))
			throw new JsonException(json.require("min").line(), "min must be a whole number of other images, at least 1.");
		return min;
	}

	private List<AnnotationClass> chosenClasses(JsonObject json) throws JsonException {
		JsonArray array = json.require("classes").asArray();
		if (array.size() == 0) throw new JsonException(array.line(), "a rule needs at least one class.");
		List<AnnotationClass> chosen = new ArrayList<>();
		for (JsonValue value : array)
			chosen.add(Keys.named(value, "class", classes, AnnotationClass::key));
		return chosen;
	}

	/** The attributes that at least one of the classes asks. */
	private List<AttributeDefinition> asked(List<AnnotationClass> chosen) {
		return attributes.stream().filter(a -> chosen.stream().anyMatch(c -> c.attributes().contains(a.key()))).toList();
	}

	private String attribute(JsonObject json, String member, List<AnnotationClass> chosen) throws JsonException {
		if (!json.has(member)) return null;
		return Keys.named(json.require(member), "attribute of these classes", asked(chosen), AttributeDefinition::key).key();
	}

	private static void requireOnly(JsonObject json, String... more) throws JsonException {
		List<String> members = new ArrayList<>(COMMON);
		members.addAll(Arrays.asList(more));
		json.requireOnly(Set.copyOf(members));
	}

	private static void requireBound(JsonObject json, String min, String max) throws JsonException {
		if (bound(json, min, 0) == 0 && Double.isInfinite(bound(json, max, Double.POSITIVE_INFINITY)))
			throw new JsonException(json.line(), "this rule needs \"" + min + "\" (above 0) or \"" + max + "\".");
		if (bound(json, min, 0) > bound(json, max, Double.POSITIVE_INFINITY))
			throw new JsonException(json.require(min).line(), min + " must not be above " + max + ".");
	}

	private static double bound(JsonObject json, String member, double absent) throws JsonException {
		return json.has(member) ? ClassReader.size(json, member) : absent;
	}
}
