package org.annotomy.annotation.protocol;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.annotomy.annotation.protocol.AttributeDefinition.Condition;

/**
 * Something that must hold among the marks of some classes, such as RECIST's "at most two target lesions per organ".
 *
 * @param kind what is looked at
 * @param classes keys of the classes whose marks are looked at
 * @param when which of their marks count, by an answer; null for all
 * @param attribute for COUNT: the attribute whose each value is counted on its own, or null; for UNIQUE: the attribute that must differ
 * @param measure for SIZE, else null
 * @param min least count, or least size in mm; 0 if none; for LINKED the least number of other images
 * @param max largest count, or largest size in mm; +∞ if none
 * @param warning whether breaking it only warns and does not hold up completion
 * @param message what the rater is told
 */
public record ProtocolRule(Kind kind, List<String> classes, Condition when, String attribute, Measure measure, double min,
		double max, boolean warning,
		String message) {

	/** What a rule looks at. */
	public enum Kind {
		/** How many marks there are. */
		COUNT,
		/** How large each mark is. */
		SIZE,
		/** That no two marks have the same answer. */
		UNIQUE,
		/** In how many other images each mark has a counterpart, or an answer that the thing is not visible there. */
		LINKED;

		/** As written in protocol files. */
		public String key() {
			return name().toLowerCase(Locale.ROOT);
		}
	}

	/** A length of a mark in its plane. */
	public enum Measure {
		/** Longest diameter; of a line its length. */
		LONG_AXIS,
		/** Longest diameter perpendicular to the long axis. Lines have none. */
		SHORT_AXIS;

		/** As written in protocol files. */
		public String key() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}
	}

	public ProtocolRule {
		Objects.requireNonNull(kind, "kind");
		Objects.requireNonNull(message, "message");
		classes = List.copyOf(classes);
	}
}
