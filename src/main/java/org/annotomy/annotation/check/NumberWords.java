package org.annotomy.annotation.check;

import java.util.Locale;

/** Numbers in the words of findings. */
final class NumberWords {

	private NumberWords() {}

	/** With one decimal, more only if the number is below 1. */
	static String of(double number) {
		return String.format(Locale.ROOT, number < 1 ? "%.3g" : "%.1f", number).replaceAll("(\\.\\d*?)0+$", "$1")
				.replaceAll("\\.$", "");
	}
}
