package org.annotomy.annotation.model;

import java.util.List;

/** The answer to one question about an object, an image or a study. */
public sealed interface AttributeValue {

	/** Free text or one of the protocol's choices. */
	record Text(String text) implements AttributeValue {}

	/** A number, in the unit that the protocol names. */
	record Number(double number) implements AttributeValue {

		/** @throws IllegalArgumentException if the number is not finite */
		public Number {
			if (!Double.isFinite(number)) throw new IllegalArgumentException("An attribute cannot be " + number + ".");
		}
	}

	/** Yes or no. */
	record Flag(boolean value) implements AttributeValue {}

	/** A coded concept. */
	record Coded(Code code) implements AttributeValue {}

	/** Several answers, none of them a list. */
	record Several(List<AttributeValue> values) implements AttributeValue {

		/** @throws IllegalArgumentException if one of them is itself a list */
		public Several {
			values = List.copyOf(values);
			if (values.stream().anyMatch(Several.class::isInstance))
				throw new IllegalArgumentException("Answers cannot be nested.");
		}
	}

	static AttributeValue of(String text) {
		return new Text(text);
	}

	static AttributeValue of(double number) {
		return new Number(number);
	}

	static AttributeValue of(boolean value) {
		return new Flag(value);
	}

	static AttributeValue of(Code code) {
		return new Coded(code);
	}
}
