package org.annotomy.display;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A named way to find a display window. It changes how an image looks, never what it holds.
 *
 * @param modalities DICOM modalities it is meant for, such as {@code CT}; empty for any
 * @param bodyParts words in capitals, one of which stands in the image's body part, such as {@code CHEST}; empty for any
 * @param tasks what it helps to see, such as {@code subdural haematoma}; words for people
 * @param unit of the values that the numbers are in, such as {@code HU}; empty if the rule does not depend on one
 * @param key number key 1 to 9, or 0 for none
 * @param source who uses these numbers
 */
public record WindowPreset(String name, WindowRule rule, List<String> modalities, List<String> bodyParts, List<String> tasks,
		String unit, int key, String source) {

	private static final int LONGEST_NAME = 80;

	/** @throws IllegalArgumentException if the name is blank or long, a modality or body part is not in capitals, or the key is no digit */
	public WindowPreset {
		Objects.requireNonNull(rule, "rule");
		if (name == null || name.isBlank() || name.length() > LONGEST_NAME)
			throw new IllegalArgumentException("A preset needs a name of 1 to " + LONGEST_NAME + " characters.");
		if (key < 0 || key > 9)
			throw new IllegalArgumentException("The key of a preset is a digit from 1 to 9, not " + key + ".");
		modalities = capitals(modalities, "modality");
		bodyParts = capitals(bodyParts, "body part");
		tasks = List.copyOf(tasks);
		unit = unit == null ? "" : unit;
		source = source == null ? "" : source;
	}

	/** A preset of one's own, without more words than a name. */
	public static WindowPreset of(String name, WindowRule rule) {
		return new WindowPreset(name, rule, List.of(), List.of(), List.of(), "", 0, "");
	}

	public WindowPreset withKey(int digit) {
		return new WindowPreset(name, rule, modalities, bodyParts, tasks, unit, digit, source);
	}

	/** Name and rule in one line for a menu, such as {@code Lung (1500 / -500)}. */
	public String title() {
		return name.contains(rule.describe()) ? name : name + " (" + rule.describe() + ")";
	}

	private static List<String> capitals(List<String> words, String what) {
		for (String word : words)
			if (word.isBlank() || !word.equals(word.toUpperCase(Locale.ROOT)))
				throw new IllegalArgumentException("A " + what + " is written in capitals, not as \"" + word + "\".");
		return List.copyOf(words);
	}
}
