package org.annotomy.json;

/** One value of a JSON text. Equality is of the value; the line it stood on does not count. */
public sealed interface JsonValue permits JsonObject, JsonArray, JsonScalar {

	/** The line that the value began on, counted from 1; 0 if it was not read from a text. */
	int line();

	/** What it is, in words for an error message. */
	String kind();

	/** @throws JsonException if this is not an object */
	default JsonObject asObject() throws JsonException {
		if (this instanceof JsonObject object) return object;
		throw expected("an object");
	}

	/** @throws JsonException if this is not an array */
	default JsonArray asArray() throws JsonException {
		if (this instanceof JsonArray array) return array;
		throw expected("an array");
	}

	/** @throws JsonException if this is not a string */
	default String asString() throws JsonException {
		if (this instanceof JsonScalar scalar && scalar.type() == JsonScalar.Type.STRING) return scalar.text();
		throw expected("a string");
	}

	/** @throws JsonException if this is not a number */
	default double asDouble() throws JsonException {
		if (this instanceof JsonScalar scalar && scalar.type() == JsonScalar.Type.NUMBER)
			return Double.parseDouble(scalar.text());
		throw expected("a number");
	}

	/** @throws JsonException if this is not a whole number in the range of an int */
	default int asInt() throws JsonException {
		double value = asDouble();
		if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) throw expected("a whole number");
		return (int) value;
	}

	/** @throws JsonException if this is neither true nor false */
	default boolean asBoolean() throws JsonException {
		if (this instanceof JsonScalar scalar && scalar.type() == JsonScalar.Type.BOOLEAN)
			return Boolean.parseBoolean(scalar.text());
		throw expected("true or false");
	}

	default boolean isNull() {
		return this instanceof JsonScalar scalar && scalar.type() == JsonScalar.Type.NULL;
	}

	private JsonException expected(String what) {
		return new JsonException(line(), "expected " + what + " but found " + kind() + ".");
	}
}
