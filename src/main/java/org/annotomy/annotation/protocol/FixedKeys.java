package org.annotomy.annotation.protocol;

import java.util.Optional;

/** Keys that do the same under every protocol and so cannot mark with a class: digits, q, y, z, and signs. Classes have the other letters. */
public final class FixedKeys {

	private FixedKeys() {}

	/** What the key does under every protocol, as a sentence without its full stop; empty if a class may have it. */
	public static Optional<String> use(char key) {
		if (isForClasses(Character.toLowerCase(key))) return Optional.empty();
		if (key >= '0' && key <= '9') return Optional.of("digits choose display presets");
		return Optional.of(switch (key) {
			case 'q', 'Q' -> "q magnifies while it is held";
			case 'z', 'Z' -> "z undoes";
			case 'y', 'Y' -> "y redoes";
			case ' ' -> "space moves the image";
			case '+', '-', '=' -> "+, - and = zoom";
			case ',', '.', '<', '>' ->
				"these signs go through slices and time points, comma and full stop through the stages of a layout";
			case '[', ']' -> "brackets change the size of the brush";
			case '?' -> "? shows the keys";
			case '\n', '\r' -> "Enter finishes a mark";
			case '\b', '\u007f' -> "Delete and Backspace remove marks";
			case '\t' -> "Tab goes to the next mark";
			case '\u001b' -> "Escape drops an unfinished mark";
			default -> "only the letters a to x without q are free for classes";
		});
	}

	private static boolean isForClasses(char key) {
		return key >= 'a' && key <= 'x' && key != 'q';
	}
}
