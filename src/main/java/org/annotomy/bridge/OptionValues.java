package org.annotomy.bridge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.annotomy.command.spec.CommandSpec;
import org.annotomy.command.spec.Option;
import org.annotomy.command.spec.OptionException;
import org.annotomy.command.spec.OptionType;
import org.annotomy.command.spec.Suggestion;
import org.scijava.command.Command;

import ij.ImagePlus;
import ij.WindowManager;

/** The value of every option of one call of a command: given, or declared as default, or the active image. */
final class OptionValues {

	private final Map<Option, Object> values = new LinkedHashMap<>();

	private OptionValues() {}

	/**
	 * @param given texts by key; what is not given gets its declared default, never a remembered value
	 * @throws OptionException if an option is unknown, wrong or missing
	 */
	static OptionValues of(CommandSpec command, Map<String, String> given) throws OptionException {
		checkKeys(command, given);
		OptionValues result = new OptionValues();
		for (Option option : command.options()) {
			String text = given.get(option.key());
			result.values.put(option, text == null ? omitted(command, option) : parse(option, text));
		}
		return result;
	}

	private static Object parse(Option option, String text) throws OptionException {
		if (!MacroOptions.BARE.equals(text)) {
			if (!text.isEmpty() || option.type() == OptionType.TEXT && option.defaultValue() != null) return option.parse(text);
			if (option.isOptional()) return null;
			throw needed(option);
		}
		if (option.type() == OptionType.BOOLEAN) return true;
		throw new OptionException(option, "it has no value; write " + option.key() + "=\u2026");
	}

	private static Object omitted(CommandSpec command, Option option) throws OptionException {
		if (option.defaultValue() != null) return option.defaultValue();
		ImagePlus active = takesActiveImage(command, option) ? WindowManager.getCurrentImage() : null;
		if (active != null || option.isOptional()) return active;
		if (takesActiveImage(command, option)) throw new OptionException("No image is open. Open one first.");
		throw needed(option);
	}

	private static OptionException needed(Option option) {
		return new OptionException(option, "this is needed (" + option.label() + ").");
	}

	/** The first image option gets the active image; a second image must be named. */
	static boolean takesActiveImage(CommandSpec command, Option option) {
		return option.type() == OptionType.IMAGE
				&& command.options().stream().filter(o -> o.type() == OptionType.IMAGE).findFirst().orElseThrow() == option;
	}

	private static void checkKeys(CommandSpec command, Map<String, String> given) throws OptionException {
		List<String> known = command.options().stream().map(Option::key).toList();
		String before = null;
		for (Map.Entry<String, String> pair : given.entrySet()) {
			if (!known.contains(pair.getKey())) throw unknown(known, pair, before);
			before = pair.getKey();
		}
	}

	private static OptionException unknown(List<String> known, Map.Entry<String, String> pair, String before) {
		String key = pair.getKey();
		String meant = Suggestion.among(known, key).map(s -> " Did you mean " + s + "?").orElse("");
		boolean stray = MacroOptions.BARE.equals(pair.getValue()) && meant.isEmpty() && before != null;
		if (stray)
			return new OptionException("There is a word without \"=\" after option " + before
					+ ". Put a value with spaces in brackets: " + before + "=[\u2026].");
		String shown = key.matches("\\w{1,40}") ? "Unknown option " + key + "." : "Unknown option.";
		String all = known.isEmpty()
				? " This command takes no options."
				: " Known: " + known.stream().collect(Collectors.joining(", ")) + ".";
		return new OptionException(shown + meant + all);
	}

	/** The options with their values; the value is null where an optional one is absent. */
	Map<Option, Object> asMap() {
		return values;
	}

	void putInto(Command command) {
		values.forEach((option, value) -> option.set(command, value));
	}
}
