package org.annotomy.bridge;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.annotomy.command.spec.CommandSpec;
import org.annotomy.command.spec.Option;
import org.annotomy.command.spec.OptionType;
import org.annotomy.imagej.macro.OptionQuotes;

/** Options in words, for the help and the reference. */
final class OptionText {

	private OptionText() {}

	/** What may be given: the kind of value, its range or choices. */
	static String values(Option option) {
		switch (option.type()) {
			case CHOICE :
				return "one of: " + String.join(", ", option.choices());
			case FILE :
				return option.fileRole().words();
			case IMAGE :
				return "title of an open image";
			default :
				return option.type().words() + range(option);
		}
	}

	private static String range(Option option) {
		String min = option.min() == null ? "" : option.format(option.min());
		String max = option.max() == null ? "" : option.format(option.max());
		if (min.isEmpty() && max.isEmpty()) return "";
		if (max.isEmpty()) return ", at least " + min;
		return min.isEmpty() ? ", at most " + max : ", " + min + " to " + max;
	}

	/** What an omitted option gets. */
	static String ifOmitted(CommandSpec command, Option option) {
		if (option.defaultValue() != null) {
			String text = option.format(option.defaultValue());
			return text.isEmpty() ? "(empty)" : text;
		}
		if (OptionValues.takesActiveImage(command, option))
			return option.isOptional() ? "the active image, if any" : "the active image";
		return option.isOptional() ? "none" : "must be given";
	}

	/** A line of a macro that gives every option that must be given, and those with a default as they are. */
	static String example(CommandSpec command) {
		List<String> parts = new ArrayList<>();
		for (Option option : command.options()) {
			boolean absent = option.isOptional() && option.defaultValue() == null;
			boolean implied = OptionValues.takesActiveImage(command, option);
			if (!absent && !implied && option.isAsked())
				parts.add(option.key() + "=" + OptionQuotes.quote(exampleValue(option)).orElseThrow());
		}
		String options = parts.stream().collect(Collectors.joining(" ")).replace("\\", "\\\\").replace("\"", "\\\"");
		return "run(\"" + command.label() + "\"" + (options.isEmpty() ? "" : ", \"" + options + "\"") + ");";
	}

	private static String exampleValue(Option option) {
		if (option.defaultValue() != null) return option.format(option.defaultValue());
		if (option.type() == OptionType.IMAGE) return "other image.tif";
		if (option.type() == OptionType.FILE) return option.fileRole().isFolder() ? "/data/a folder" : "/data/a file";
		if (option.type() == OptionType.CHOICE) return option.choices().get(0);
		if (option.type() == OptionType.BOOLEAN) return "true";
		return option.type() == OptionType.TEXT ? "some text" : option.format(option.min() == null ? 1.0 : option.min());
	}
}
