package org.annotomy.json;

import java.util.Iterator;
import java.util.List;

/** An immutable JSON array. */
public final class JsonArray implements JsonValue, Iterable<JsonValue> {

	private final List<JsonValue> values;
	private final int line;

	JsonArray(List<JsonValue> values, int line) {
		this.values = List.copyOf(values);
		this.line = line;
	}

	public static JsonArray of(List<? extends JsonValue> values) {
		return new JsonArray(List.copyOf(values), 0);
	}

	public static JsonArray of(JsonValue... values) {
		return new JsonArray(List.of(values), 0);
	}

	public List<JsonValue> values() {
		return values;
	}

	public int size() {
		return values.size();
	}

	public JsonValue get(int index) {
		return values.get(index);
	}

	/** @throws JsonException if one is not a number */
	public double[] doubles() throws JsonException {
		double[] numbers = new double[values.size()];
		for (int i = 0; i < numbers.length; i++)
			numbers[i] = values.get(i).asDouble();
		return numbers;
	}

	@Override
	public Iterator<JsonValue> iterator() {
		return values.iterator();
	}

	@Override
	public int line() {
		return line;
	}

	@Override
	public String kind() {
		return "an array";
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof JsonArray array && values.equals(array.values);
	}

	@Override
	public int hashCode() {
		return values.hashCode();
	}

	@Override
	public String toString() {
		return Json.write(this);
	}
}
