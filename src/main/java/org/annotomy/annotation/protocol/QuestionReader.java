package org.annotomy.annotation.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.annotomy.annotation.protocol.AttributeDefinition.Choice;
import org.annotomy.annotation.protocol.AttributeDefinition.Condition;
import org.annotomy.annotation.protocol.AttributeDefinition.Type;
import org.annotomy.json.JsonArray;
import org.annotomy.json.JsonException;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonValue;

/** The questions of a protocol file: attributes of marks, questions about the image and the study. */
final class QuestionReader {

	private static final Set<String> MEMBERS = Set.of("key", "label", "type", "choices", "required", "unit", "min", "max", "when",
			"help", "code", "shared");
	private static final int MOST = 500;

	private final Language language;
	private final Keys keys = new Keys();

	QuestionReader(Language language) {
		this.language = language;
	}

	/**
	 * One list of questions.
	 *
	 * @param others questions of other lists on which these may depend
	 */
	List<AttributeDefinition> read(JsonObject protocol, String member, List<AttributeDefinition> others) throws JsonException {
		List<JsonObject> objects = new ArrayList<>();
		List<AttributeDefinition> questions = new ArrayList<>();
		for (JsonValue value : limited(protocol, member, MOST)) {
			objects.add(value.asObject());
			questions.add(question(value.asObject()));
			if (value.asObject().has("shared") && !member.equals("attributes"))
				throw new JsonException(value.asObject().require("shared").line(),
						"\"shared\" belongs to attributes of marks, not to questions about the image or the study.");
		}
		List<AttributeDefinition> known = new ArrayList<>(questions);
		known.addAll(others);
		for (int i = 0; i < questions.size(); i++)
			if (objects.get(i).has("when"))
				questions.set(i, withCondition(questions.get(i), condition(objects.get(i).require("when"), known)));
		refuseCycles(objects, questions);
		return questions;
	}

	/** An array member of bounded length; empty if it is not there. */
	static List<JsonValue> limited(JsonObject owner, String member, int most) throws JsonException {
		List<JsonValue> values = owner.list(member);
		if (values.size() > most)
			throw new JsonException(owner.require(member).line(),
					"\"" + member + "\" has at most " + most + " entries, not " + values.size() + ".");
		return values;
	}

	/** A condition on the answer to one of the questions known. */
	static Condition condition(JsonValue value, List<AttributeDefinition> known) throws JsonException {
		JsonObject json = value.asObject();
		json.requireOnly(Set.of("attribute", "values"));
		JsonValue name = json.require("attribute");
		AttributeDefinition question = Keys.named(name, "attribute", known, AttributeDefinition::key);
		if (question.type() != Type.CHOICE && question.type() != Type.CHOICES && question.type() != Type.FLAG)
			throw new JsonException(name.line(), "a condition needs an attribute of type choice, choices or flag; \""
					+ question.key() + "\" is of type " + question.type().key() + ".");
		List<String> offered = question.type() == Type.FLAG
				? List.of("true", "false")
				: question.choices().stream().map(Choice::value).toList();
		JsonArray array = json.require("values").asArray();
		if (array.size() == 0) throw new JsonException(array.line(), "a condition needs at least one value.");
		List<String> values = new ArrayList<>();
		for (JsonValue one : array)
			values.add(Keys.named(one, "answer to \"" + question.key() + "\"", offered, text -> text));
		return new Condition(question.key(), values);
	}

	private AttributeDefinition question(JsonObject json) throws JsonException {
		json.requireOnly(MEMBERS);
		String key = Keys.key(json.require("key"));
		keys.add(key, json.require("key"), "the attribute \"" + key + "\"");
		Type type = Keys.named(json.require("type"), "type", Arrays.asList(Type.values()), Type::key);
		requireFitting(json, type);
		double min = json.number("min", Double.NEGATIVE_INFINITY);
		double max = json.number("max", Double.POSITIVE_INFINITY);
		if (min > max) throw new JsonException(json.require("min").line(), "min must not be above max.");
		String unit = json.has("unit") ? json.require("unit").asString() : null;
		return new AttributeDefinition(key, language.choose(json.require("label")), type, choices(json, type),
				json.bool("required", false), unit, min, max, null, language.choose(json, "help", null),
				CodeReader.read(json, "code"), json.bool("shared", false));
	}

	private static void requireFitting(JsonObject json, Type type) throws JsonException {
		if (type != Type.NUMBER)
			for (String member : List.of("unit", "min", "max"))
				if (json.has(member))
					throw new JsonException(json.require(member).line(),
							"\"" + member + "\" belongs to type number, not to type " + type.key() + ".");
		boolean chosen = type == Type.CHOICE || type == Type.CHOICES;
		if (!chosen && json.has("choices"))
			throw new JsonException(json.require("choices").line(),
					"\"choices\" belongs to type choice or choices, not to type " + type.key() + ".");
	}

	private List<Choice> choices(JsonObject json, Type type) throws JsonException {
		if (type != Type.CHOICE && type != Type.CHOICES) return List.of();
		JsonValue array = json.require("choices");
		List<Choice> choices = new ArrayList<>();
		Keys values = new Keys();
		for (JsonValue value : limited(json, "choices", MOST)) {
			Choice choice = choice(value);
			values.add(choice.value(), value, "the choice \"" + choice.value() + "\"");
			choices.add(choice);
		}
		if (choices.size() < 2)
			throw new JsonException(array.line(), "a question of type " + type.key() + " needs at least two choices.");
		return choices;
	}

	private Choice choice(JsonValue value) throws JsonException {
		if (!(value instanceof JsonObject json)) return new Choice(nonBlank(value), value.asString(), null);
		json.requireOnly(Set.of("value", "label", "code"));
		String stored = nonBlank(json.require("value"));
		return new Choice(stored, language.choose(json, "label", stored), CodeReader.read(json, "code"));
	}

	private static String nonBlank(JsonValue value) throws JsonException {
		if (value.asString().isBlank()) throw new JsonException(value.line(), "a choice must not be blank.");
		return value.asString();
	}

	private static AttributeDefinition withCondition(AttributeDefinition of, Condition condition) {
		return new AttributeDefinition(of.key(), of.label(), of.type(), of.choices(), of.required(), of.unit(), of.min(),
				of.max(),
				condition, of.help(), of.code(), of.shared());
	}

	private static void refuseCycles(List<JsonObject> objects, List<AttributeDefinition> questions) throws JsonException {
		Map<String, AttributeDefinition> byKey = new HashMap<>();
		questions.forEach(question -> byKey.put(question.key(), question));
		for (int i = 0; i < questions.size(); i++) {
			Set<String> seen = new HashSet<>();
			AttributeDefinition at = questions.get(i);
			while (at != null && at.condition() != null) {
				if (!seen.add(at.key()))
					throw new JsonException(objects.get(i).require("when").line(),
							"the question \"" + questions.get(i).key() + "\" depends on itself and could never be asked.");
				at = byKey.get(at.condition().attribute());
			}
		}
	}
}
