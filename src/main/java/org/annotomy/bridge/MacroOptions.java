package org.annotomy.bridge;

import java.util.LinkedHashMap;
import java.util.Map;

import org.annotomy.command.spec.OptionException;

/**
 * The options text of a macro call: {@code key=value} pairs and bare keys, separated by white space. A value with spaces
 * stands in brackets, which may nest, or in apostrophes; there is no escape character. The same texts mean the same as for
 * {@link ij.Macro#getValue}, but what that would skip in silence is refused here.
 */
final class MacroOptions {

	/** The value of a key that stands alone. */
	static final String BARE = "\0";

	private final String text;
	private int at;

	private MacroOptions(String text) { this.text = text; }

	/**
	 * @param text null for none
	 * @return the values by key, in their order; {@link #BARE} for a key that stands alone
	 * @throws OptionException if a bracket is not closed, a key is given twice or a value has no key
	 */
	static Map<String, String> parse(String text) throws OptionException {
		return text == null ? Map.of() : new MacroOptions(text).pairs();
	}

	private Map<String, String> pairs() throws OptionException {
		Map<String, String> pairs = new LinkedHashMap<>();
		for (skipSpace(); at < text.length(); skipSpace()) {
			String key = key();
			String value = at < text.length() && text.charAt(at) == '=' ? value(key) : BARE;
			if (pairs.put(key, value) != null) throw new OptionException("Option " + key + " is given twice.");
		}
		return pairs;
	}

	private String key() throws OptionException {
		int start = at;
		while (at < text.length() && text.charAt(at) != '=' && !Character.isWhitespace(text.charAt(at)))
			at++;
		if (at == start) throw new OptionException("There is a \"=\" without a key before it in the options.");
		return text.substring(start, at);
	}

	private String value(String key) throws OptionException {
		at++;
		if (at == text.length() || Character.isWhitespace(text.charAt(at))) return "";
		if (text.charAt(at) == '[') return quoted(key, closingBracket());
		if (text.charAt(at) == '\'') return quoted(key, text.indexOf('\'', at + 1));
		int start = at;
		while (at < text.length() && !Character.isWhitespace(text.charAt(at)))
			at++;
		return text.substring(start, at);
	}

	private int closingBracket() {
		int depth = 0;
		for (int i = at; i < text.length(); i++) {
			if (text.charAt(i) == '[') depth++;
			if (text.charAt(i) == ']' && --depth == 0) return i;
		}
		return -1;
	}

	private String quoted(String key, int end) throws OptionException {
		if (end < 0)
			throw new OptionException(
					"The value of option " + key + " starts with " + text.charAt(at) + " that is never closed.");
		String value = text.substring(at + 1, end);
		at = end + 1;
		if (at < text.length() && !Character.isWhitespace(text.charAt(at)))
			throw new OptionException("The value of option " + key + " goes on after its closing " + text.charAt(end) + ".");
		return value;
	}

	private void skipSpace() {
		while (at < text.length() && Character.isWhitespace(text.charAt(at)))
			at++;
	}
}
