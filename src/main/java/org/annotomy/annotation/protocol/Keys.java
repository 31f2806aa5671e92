package org.annotomy.annotation.protocol;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.annotomy.json.JsonException;
import org.annotomy.json.JsonValue;

/** Remembers in which line something was first said, and refuses to hear it twice. */
final class Keys {

	private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,63}");

	private final Map<Object, Integer> lines = new HashMap<>();

	/** Remembers the thing. @throws JsonException if it was there before; {@code what} begins the sentence */
	void add(Object thing, JsonValue where, String what) throws JsonException {
		Integer first = lines.putIfAbsent(thing, where.line());
		if (first != null) throw new JsonException(where.line(), what + " stands already in line " + first + ".");
	}

	/** @throws JsonException if the value is not a text of a key's form */
	static String key(JsonValue value) throws JsonException {
		String key = value.asString();
		if (!KEY.matcher(key).matches())
			throw new JsonException(value.line(), "the key \"" + key
					+ "\" must be of lower-case letters, digits and hyphens, begin with a letter and have at most 64 characters.");
		return key;
	}

	/** The one of {@code all} that the value names by its key. @throws JsonException listing those known if there is none such */
	static <T> T named(JsonValue value, String what, Collection<T> all, Function<T, String> keyOf) throws JsonException {
		String key = value.asString();
		Optional<T> found = all.stream().filter(one -> keyOf.apply(one).equals(key)).findFirst();
		if (found.isEmpty())
			throw new JsonException(value.line(), "unknown " + what + " \"" + key + "\"; known: "
					+ (all.isEmpty() ? "none" : String.join(", ", all.stream().map(keyOf).toList())) + ".");
		return found.get();
	}
}
