package org.annotomy.annotation.protocol;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.annotomy.annotation.model.AttributeValue;
import org.annotomy.annotation.model.Code;

/**
 * A question about an object, an image or a study.
 *
 * @param key unique in the protocol
 * @param label as shown
 * @param type what an answer looks like
 * @param choices for CHOICE and CHOICES; else empty
 * @param required whether work is incomplete without an answer
 * @param unit of a number, or null
 * @param min smallest number, −∞ if none
 * @param max largest number, +∞ if none
 * @param condition when the question is asked, such as {@code role=target}; null for always. It may depend on a question of the same kind;
 *            for marks also on one about the image or the study, for images also on one about the study
 * @param help one sentence for the rater, or null
 * @param code the concept that is asked about, or null
 * @param shared whether it is about the thing itself, so that all linked marks of one thing have one answer
 */
public record AttributeDefinition(String key, String label, Type type, List<Choice> choices, boolean required, String unit,
		double min, double max,
		Condition condition, String help, Code code, boolean shared) {

	/** What an answer looks like. */
	public enum Type {
		CHOICE, CHOICES, NUMBER, TEXT, FLAG, CODE;

		public String key() {
			return name().toLowerCase(Locale.ROOT);
		}
	}

	/**
	 * One of the answers to choose from.
	 *
	 * @param value as stored
	 * @param label as shown
	 * @param code the concept, or null
	 */
	public record Choice(String value, String label, Code code) {}

	/**
	 * Another question's answer on which something depends.
	 *
	 * @param attribute key of that question
	 * @param values any of these answers; of a flag: {@code true} or {@code false}
	 */
	public record Condition(String attribute, List<String> values) {

		public Condition {
			values = List.copyOf(values);
		}

		/** Whether one of the answers is given. */
		public boolean holds(Map<String, AttributeValue> answers) {
			return anyHolds(answers.get(attribute));
		}

		private boolean anyHolds(AttributeValue answer) {
			if (answer instanceof AttributeValue.Text text) return values.contains(text.text());
			if (answer instanceof AttributeValue.Flag flag) return values.contains(Boolean.toString(flag.value()));
			return answer instanceof AttributeValue.Several several && several.values().stream().anyMatch(this::anyHolds);
		}
	}

	public AttributeDefinition {
		Objects.requireNonNull(key, "key");
		Objects.requireNonNull(label, "label");
		Objects.requireNonNull(type, "type");
		choices = List.copyOf(choices);
	}

	/** A question that has no code. */
	public AttributeDefinition(String key, String label, Type type, List<Choice> choices, boolean required, String unit,
			double min, double max,
			Condition condition, String help) {
		this(key, label, type, choices, required, unit, min, max, condition, help, null, false);
	}

	/** Whether the question is asked, given the other answers about the same thing and about what it is part of (keys are unique). */
	public boolean isAsked(Map<String, AttributeValue> answers) {
		return condition == null || condition.holds(answers);
	}

	/** Whether work is incomplete as things stand: the question is required, asked, and has no answer. */
	public boolean isMissing(Map<String, AttributeValue> answers) {
		return required && isAsked(answers) && Answers.isBlank(answers.get(key));
	}

	/** What is wrong with an answer, as the end of a sentence that begins with the label; empty if nothing is. */
	public Optional<String> problemWith(AttributeValue answer) {
		return Answers.problem(this, answer);
	}
}
