package org.annotomy.imagej.macro;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/**
 * One call of a command as a macro makes it.
 *
 * @param label of the command, as in the menu
 * @param options values by key, in order; as texts that the command reads, not quoted
 * @param usesSelection whether the command reads the selection that is drawn on the image
 */
public record MacroCall(String label, Map<String, String> options, boolean usesSelection) {

	public MacroCall {
		options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
	}

	/** A call without options. */
	public static MacroCall of(String label) {
		return new MacroCall(label, Map.of(), false);
	}

	/** The same call with one more option. */
	public MacroCall with(String key, String value) {
		Map<String, String> more = new LinkedHashMap<>(options);
		more.put(key, value);
		return new MacroCall(label, more, usesSelection);
	}

	public MacroCall with(String key, double value) {
		return with(key, number(value));
	}

	public MacroCall with(String key, boolean value) {
		return with(key, Boolean.toString(value));
	}

	/** The same call of a command that reads the drawn selection, or does not. */
	public MacroCall usingSelection(boolean uses) {
		return new MacroCall(label, options, uses);
	}

	/** A number as an option has it: the shortest text that is read as the same number; whole numbers without a point. */
	public static String number(double value) {
		boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
		return whole ? BigDecimal.valueOf(value).setScale(0).toString() : Double.toString(value);
	}

	/**
	 * The line of the recorder, its end included. It has ASCII characters only, as far as a macro can name others. An option that cannot be
	 * written is left out; a comment before the line says so.
	 *
	 * @param script for a script instead of a macro
	 */
	public String line(boolean script) {
		StringBuilder comments = new StringBuilder();
		StringJoiner written = new StringJoiner(" ");
		options.forEach((key, value) -> OptionQuotes.quote(value).ifPresentOrElse(text -> written.add(key + "=" + text),
				() -> comments.append("// option ").append(key).append(" of \"").append(label)
						.append("\" cannot be written in a macro\n")));
		String call = script || written.length() > 0 ? ", \"" + escape(written.toString()) + "\"" : "";
		return comments + (script ? "IJ." : "") + "run(\"" + escape(label) + "\"" + call + ");\n";
	}

	/** As the tokenizer of macros reads it: octal numbers up to 377, nothing for the characters beyond. */
	private static String escape(String text) {
		StringBuilder escaped = new StringBuilder();
		for (char c : text.toCharArray())
			if (c == '\\' || c == '"') escaped.append('\\').append(c);
			else if (c == '\n') escaped.append("\\n");
			else if (c < ' ' || c > '~' && c < 0x100) escaped.append(String.format("\\%03o", (int) c));
			else escaped.append(c);
		return escaped.toString();
	}
}
