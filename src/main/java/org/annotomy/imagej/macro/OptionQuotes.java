package org.annotomy.imagej.macro;

import java.util.Optional;

/** How the value of an option stands in the options text of a macro call. */
public final class OptionQuotes {

	private OptionQuotes() {}

	/**
	 * The text that a macro call reads as that value.
	 *
	 * @return empty if there is none: a value with spaces, with an apostrophe and with brackets that do not match
	 */
	public static Optional<String> quote(String value) {
		boolean plain = !value.startsWith("[") && !value.startsWith("'") && value.chars().noneMatch(Character::isWhitespace);
		if (plain) return Optional.of(value);
		if (bracketsMatch(value)) return Optional.of("[" + value + "]");
		return value.indexOf('\'') < 0 ? Optional.of("'" + value + "'") : Optional.empty();
	}

	private static boolean bracketsMatch(String value) {
		int depth = 0;
		for (char c : value.toCharArray()) {
			if (c == '[') depth++;
			if (c == ']' && --depth < 0) return false;
		}
		return depth == 0;
	}
}
