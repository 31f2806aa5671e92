package org.annotomy.command.spec;

/** Colours as options of macros. */
public final class Colours {

	private static final int HEXADECIMAL = 16;

	private Colours() {}

	/** @return 0xRRGGBB @throws IllegalArgumentException if the text is no such colour */
	public static int rgb(String text) {
		if (!text.strip().matches("#?[0-9a-fA-F]{6}"))
			throw new IllegalArgumentException("A colour is written as # and six hexadecimal digits, such as #ff8000.");
		return Integer.parseInt(text.strip().replace("#", ""), HEXADECIMAL);
	}
}
