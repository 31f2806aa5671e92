package org.annotomy.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An immutable JSON object whose members keep their order. Where a text repeats a member, the last one counts. */
public final class JsonObject implements JsonValue {

	public static final JsonObject EMPTY = new JsonObject(Map.of(), 0);

	private final Map<String, JsonValue> members;
	private final int line;

	/** @param members not copied: the caller must not change them afterwards */
	JsonObject(Map<String, JsonValue> members, int line) {
		this.members = Collections.unmodifiableMap(members);
		this.line = line;
	}

	public static JsonObject of(Map<String, ? extends JsonValue> members) {
		return members.isEmpty() ? EMPTY : new JsonObject(new LinkedHashMap<>(members), 0);
	}

	/** As {@link #of} without the copy: the caller must not change the map afterwards. */
	public static JsonObject adopt(Map<String, JsonValue> members) {
		return members.isEmpty() ? EMPTY : new JsonObject(members, 0);
	}

	public static Builder builder() {
		return new Builder();
	}

	public Map<String, JsonValue> members() {
		return members;
	}

	public boolean isEmpty() { return members.isEmpty(); }

	public boolean has(String name) {
		return members.containsKey(name);
	}

	/** The member, or empty if it is absent or null. */
	public Optional<JsonValue> get(String name) {
		return Optional.ofNullable(members.get(name)).filter(value -> !value.isNull());
	}

	/** @throws JsonException if the member is absent or null */
	public JsonValue require(String name) throws JsonException {
		JsonValue value = members.get(name);
		if (value == null || value.isNull()) throw new JsonException(line, "the member \"" + name + "\" is missing.");
		return value;
	}

	/** @throws JsonException if the member is present but no string */
	public String string(String name, String absent) throws JsonException {
		JsonValue value = members.get(name);
		return value == null || value.isNull() ? absent : value.asString();
	}

	/** @throws JsonException if the member is present but no number */
	public double number(String name, double absent) throws JsonException {
		JsonValue value = members.get(name);
		return value == null || value.isNull() ? absent : value.asDouble();
	}

	/** @throws JsonException if the member is present but neither true nor false */
	public boolean bool(String name, boolean absent) throws JsonException {
		JsonValue value = members.get(name);
		return value == null || value.isNull() ? absent : value.asBoolean();
	}

	/** The member's values; none if it is absent or null. @throws JsonException if it is no array */
	public List<JsonValue> list(String name) throws JsonException {
		JsonValue value = members.get(name);
		return value == null || value.isNull() ? List.of() : value.asArray().values();
	}

	/** The member; an empty object if it is absent or null. @throws JsonException if it is no object */
	public JsonObject object(String name) throws JsonException {
		JsonValue value = members.get(name);
		return value == null || value.isNull() ? EMPTY : value.asObject();
	}

	/** What is left without the members named. */
	public JsonObject without(Set<String> names) {
		if (Collections.disjoint(names, members.keySet())) return this;
		Map<String, JsonValue> rest = new LinkedHashMap<>(members);
		rest.keySet().removeAll(names);
		return adopt(rest);
	}

	/** @throws JsonException at the first member that is not among those named */
	public void requireOnly(Set<String> names) throws JsonException {
		for (Map.Entry<String, JsonValue> member : members.entrySet())
			if (!names.contains(member.getKey())) {
				List<String> known = new ArrayList<>(names);
				Collections.sort(known);
				throw new JsonException(member.getValue().line(),
						"unknown member \"" + member.getKey() + "\"; known: " + String.join(", ", known) + ".");
			}
	}

	@Override
	public int line() {
		return line;
	}

	@Override
	public String kind() {
		return "an object";
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof JsonObject object && members.equals(object.members);
	}

	@Override
	public int hashCode() {
		return members.hashCode();
	}

	@Override
	public String toString() {
		return Json.write(this);
	}

	/** Collects members in order. */
	public static final class Builder {

		private final Map<String, JsonValue> members = new LinkedHashMap<>();

		private Builder() {}

		/** Adds the member; null is left out. */
		public Builder put(String name, JsonValue value) {
			if (value != null) members.put(name, value);
			return this;
		}

		/** Adds the member; null is left out. */
		public Builder put(String name, String value) {
			return value == null ? this : put(name, JsonScalar.of(value));
		}

		public Builder put(String name, double value) {
			return put(name, JsonScalar.of(value));
		}

		public Builder put(String name, long value) {
			return put(name, JsonScalar.of(value));
		}

		public Builder put(String name, int value) {
			return put(name, JsonScalar.of((long) value));
		}

		public Builder put(String name, boolean value) {
			return put(name, JsonScalar.of(value));
		}

		/** Adds the member unless the object or array is empty. */
		public Builder putUnlessEmpty(String name, JsonValue value) {
			boolean empty = value instanceof JsonObject object && object.isEmpty()
					|| value instanceof JsonArray array && array.size() == 0;
			return empty ? this : put(name, value);
		}

		public Builder putAll(JsonObject other) {
			members.putAll(other.members);
			return this;
		}

		public JsonObject build() {
			return of(members);
		}
	}
}
