package org.annotomy.annotation.protocol;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

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
 * @param condition when the question is asked, such as {@code recist=target}; null for always
 * @param help one sentence for the rater, or null
 */
public record AttributeDefinition(String key, String label, Type type, List<Choice> choices, boolean required, String unit,
		double min, double max,
		Condition condition, String help) {

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

	/** Another question's answer on which this question depends. */
	public record Condition(String attribute, List<String> values) {

		public Condition {
			values = List.copyOf(values);
		}
	}

	public AttributeDefinition {
		Objects.requireNonNull(key, "key");
		Objects.requireNonNull(label, "label");
		Objects.requireNonNull(type, "type");
		choices = List.copyOf(choices);
	}
}
