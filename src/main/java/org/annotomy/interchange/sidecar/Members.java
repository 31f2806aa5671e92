package org.annotomy.interchange.sidecar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.annotomy.json.JsonException;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonValue;

/**
 * Takes the members of a JSON object that are known, one by one, and tells in the end which are left: those of other programs, to be kept
 * as they are. A known member that is null counts as absent.
 */
final class Members {

	private final JsonObject source;
	/** Few, so that a list is faster than a set. */
	private final List<String> taken = new ArrayList<>(8);
	private Map<String, Members> nested = Map.of();

	Members(JsonObject source) {
		this.source = source;
	}

	/** The member, no longer among the rest; null if it is absent or null. */
	JsonValue take(String name) {
		JsonValue value = source.members().get(name);
		if (value == null) return null;
		taken.add(name);
		return value.isNull() ? null : value;
	}

	/** The member without taking it; null if it is absent or null. */
	JsonValue peek(String name) {
		JsonValue value = source.members().get(name);
		return value == null || value.isNull() ? null : value;
	}

	/** Puts a member back among the rest: it could not be understood. */
	void leave(String name) {
		taken.removeIf(name::equals);
	}

	String string(String name) throws JsonException {
		JsonValue value = take(name);
		return value == null ? null : value.asString();
	}

	boolean bool(String name, boolean absent) throws JsonException {
		JsonValue value = take(name);
		return value == null ? absent : value.asBoolean();
	}

	int integer(String name, int absent) throws JsonException {
		JsonValue value = take(name);
		return value == null ? absent : value.asInt();
	}

	/** A number that may be written as {@code "NaN"}, {@code "Infinity"} or {@code "-Infinity"}. */
	double number(String name, double absent) throws JsonException {
		JsonValue value = take(name);
		return value == null ? absent : ExactNumbers.read(value);
	}

	/** Whether the member is there and not null. */
	boolean has(String name) {
		return peek(name) != null;
	}

	/** The members of a member; what is left of them stays in its place. Without members if it is absent or null. */
	Members nested(String name) throws JsonException {
		JsonValue value = take(name);
		if (value == null) return new Members(JsonObject.EMPTY);
		Members members = new Members(value.asObject());
		if (nested.isEmpty()) nested = new HashMap<>();
		nested.put(name, members);
		return members;
	}

	/** All members as they were read. */
	JsonObject source() {
		return source;
	}

	/** What nobody took, in the order of reading. */
	JsonObject rest() {
		if (taken.isEmpty()) return source;
		Map<String, JsonValue> rest = null;
		for (Map.Entry<String, JsonValue> member : source.members().entrySet()) {
			JsonValue left = left(member);
			if (left == null) continue;
			if (rest == null) rest = new LinkedHashMap<>();
			rest.put(member.getKey(), left);
		}
		return rest == null ? JsonObject.EMPTY : JsonObject.adopt(rest);
	}

	private JsonValue left(Map.Entry<String, JsonValue> member) {
		if (!taken.contains(member.getKey())) return member.getValue();
		Members inner = nested.get(member.getKey());
		JsonObject rest = inner == null ? JsonObject.EMPTY : inner.rest();
		return rest.isEmpty() ? null : rest;
	}

	/** {@code known} and, behind its members, those of {@code foreign} that it does not have; also within objects that both have. */
	static JsonObject join(JsonObject known, JsonObject foreign) {
		if (foreign.isEmpty()) return known;
		Map<String, JsonValue> all = new LinkedHashMap<>(known.members());
		foreign.members().forEach((name, value) -> all.merge(name, value, Members::join));
		return JsonObject.of(all);
	}

	private static JsonValue join(JsonValue known, JsonValue foreign) {
		return known instanceof JsonObject a && foreign instanceof JsonObject b ? join(a, b) : known;
	}
}
