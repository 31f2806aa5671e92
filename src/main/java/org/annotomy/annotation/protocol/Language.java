package org.annotomy.annotation.protocol;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.annotomy.json.JsonException;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonValue;

/** Chooses among the languages of a text: the locale's own tag, its language, English, else the first. */
final class Language {

	private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");
	private static final int MOST_CHARACTERS = 20_000;

	private final Locale locale;

	Language(Locale locale) {
		this.locale = locale;
	}

	/** The text of a string or of a language map. */
	String choose(JsonValue value) throws JsonException {
		Map<String, String> texts = all(value);
		for (String tag : new String[]{locale.toLanguageTag(), locale.getLanguage(), "en"})
			for (Map.Entry<String, String> text : texts.entrySet())
				if (text.getKey().equalsIgnoreCase(tag)) return text.getValue();
		return texts.values().iterator().next();
	}

	/** The text that a member holds, or {@code absent}. */
	String choose(JsonObject owner, String member, String absent) throws JsonException {
		return owner.has(member) ? choose(owner.require(member)) : absent;
	}

	/** Each language's text by its tag; a plain string has the tag "". Never empty, no text blank or overlong. */
	static Map<String, String> all(JsonValue value) throws JsonException {
		Map<String, String> texts = new LinkedHashMap<>();
		if (!(value instanceof JsonObject map)) {
			texts.put("", checked(value));
			return texts;
		}
		if (map.isEmpty()) throw new JsonException(map.line(), "a text by language needs at least one language.");
		for (Map.Entry<String, JsonValue> text : map.members().entrySet()) {
			if (!TAG.matcher(text.getKey()).matches())
				throw new JsonException(text.getValue().line(),
						"\"" + text.getKey() + "\" is not a language tag such as en or pt-BR.");
			texts.put(text.getKey(), checked(text.getValue()));
		}
		return texts;
	}

	private static String checked(JsonValue value) throws JsonException {
		String text = value.asString();
		if (text.isBlank()) throw new JsonException(value.line(), "a text must not be blank.");
		if (text.length() > MOST_CHARACTERS)
			throw new JsonException(value.line(), "a text has at most " + MOST_CHARACTERS + " characters.");
		return text;
	}
}
