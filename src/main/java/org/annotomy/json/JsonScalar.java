package org.annotomy.json;

import java.util.Locale;
import java.util.Objects;

/** A string, number, boolean or null. A number keeps its text, so that what was read is written back as it stood. */
public final class JsonScalar implements JsonValue {

	/** The four kinds. */
	public enum Type {
		STRING, NUMBER, BOOLEAN, NULL
	}

	public static final JsonScalar NULL = new JsonScalar(Type.NULL, "null", 0);

	private final Type type;
	private final String text;
	private final int line;

	JsonScalar(Type type, String text, int line) {
		this.type = type;
		this.text = Objects.requireNonNull(text);
		this.line = line;
	}

	public static JsonScalar of(String text) {
		return new JsonScalar(Type.STRING, text, 0);
	}

	/** @throws IllegalArgumentException if the number is not finite: JSON has no word for it */
	public static JsonScalar of(double number) {
		return new JsonScalar(Type.NUMBER, JsonNumbers.shortest(number), 0);
	}

	public static JsonScalar of(long number) {
		return new JsonScalar(Type.NUMBER, Long.toString(number), 0);
	}

	/** A number by its decimal text, which must be one that JSON allows. */
	public static JsonScalar ofDecimal(String decimal) {
		return new JsonScalar(Type.NUMBER, decimal, 0);
	}

	public static JsonScalar of(boolean value) {
		return new JsonScalar(Type.BOOLEAN, Boolean.toString(value), 0);
	}

	public Type type() {
		return type;
	}

	/** The string itself, or the number, boolean or null as it is written. */
	public String text() {
		return text;
	}

	@Override
	public int line() {
		return line;
	}

	@Override
	public String kind() {
		return type == Type.NULL
				? "null"
				: "the " + type.name().toLowerCase(Locale.ROOT) + " " + (type == Type.STRING ? "\"" + text + "\"" : text);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof JsonScalar scalar && type == scalar.type && text.equals(scalar.text);
	}

	@Override
	public int hashCode() {
		return text.hashCode();
	}

	@Override
	public String toString() {
		return Json.write(this);
	}
}
