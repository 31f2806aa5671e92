package org.annotomy.command.spec;

import java.io.File;
import java.util.Set;

import ij.ImagePlus;

/** The kinds of values an option can have. */
public enum OptionType {
	INTEGER("integer"), NUMBER("number"), BOOLEAN("true or false"), TEXT("text"), CHOICE("choice"), FILE("file"), IMAGE("image");

	private static final Set<Class<?>> INTEGERS = Set.of(int.class, Integer.class, long.class, Long.class);
	private static final Set<Class<?>> NUMBERS = Set.of(double.class, Double.class, float.class, Float.class);

	private final String words;

	OptionType(String words) { this.words = words; }

	/** The type in words for the user. */
	public String words() {
		return words;
	}

	/** @throws IllegalArgumentException if no option can have that Java type */
	static OptionType of(Class<?> type, boolean hasChoices) {
		if (INTEGERS.contains(type)) return INTEGER;
		if (NUMBERS.contains(type)) return NUMBER;
		if (type == boolean.class || type == Boolean.class) return BOOLEAN;
		if (type.isEnum() || type == String.class && hasChoices) return CHOICE;
		if (type == String.class) return TEXT;
		if (type == File.class) return FILE;
		if (type == ImagePlus.class) return IMAGE;
		throw new IllegalArgumentException("A command cannot have an option of type " + type.getName() + ".");
	}
}
