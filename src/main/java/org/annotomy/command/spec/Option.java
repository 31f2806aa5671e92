package org.annotomy.command.spec;

import java.io.File;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.annotomy.imagej.macro.MacroCall;
import org.annotomy.imagej.offer.Offer;
import org.scijava.ItemVisibility;
import org.scijava.plugin.Parameter;

import ij.ImagePlus;

/**
 * One option of a command: a {@link Parameter} field of its class. The name of the field is the key in macros, the value
 * the field has in a new command is the default.
 */
public final class Option {

	private static final Pattern UNIT = Pattern.compile("^(.*?)\\s*\\(([^()]+)\\)$");

	private final Field field;
	private final Parameter annotation;
	private final OptionType type;
	private final Object defaultValue;

	Option(Field field, Object newCommand) {
		this.field = field;
		annotation = field.getAnnotation(Parameter.class);
		type = OptionType.of(field.getType(), annotation.choices().length > 0);
		field.setAccessible(true);
		defaultValue = valueIn(newCommand);
	}

	/** The key in macros. */
	public String key() {
		return field.getName();
	}

	public OptionType type() {
		return type;
	}

	/** The label with its unit, as the dialog shows it. */
	public String label() {
		return annotation.label();
	}

	/** What the label says in parentheses at its end; empty for a text, a choice or a pure number. */
	public String unit() {
		Matcher matcher = UNIT.matcher(label());
		return matcher.matches() ? matcher.group(2) : "";
	}

	public String description() {
		return annotation.description();
	}

	/** The annotation as it is written, for tests of the rules of the house. */
	public Parameter annotation() {
		return annotation;
	}

	/** May the command run without any value for it? Never so for a Java primitive. */
	public boolean isOptional() {
		return !annotation.required() && !field.getType().isPrimitive();
	}

	/** Is it asked for in dialogs? */
	public boolean isAsked() { return annotation.visibility() == ItemVisibility.NORMAL; }

	/** Never shown, never recorded. */
	public boolean isPassword() { return annotation.style().contains("password"); }

	/** The value of a command for which nothing was given; null if there is none. */
	public Object defaultValue() {
		return defaultValue;
	}

	/** Shown but never recorded, since it may name a patient: style {@code private}. */
	public boolean isPrivate() {
		return annotation.style().contains("private");
	}

	/** What a dialog may list for a {@link OptionType#TEXT} that may also be typed: style {@code offers:…}. */
	public Optional<Offer> offer() {
		return Offer.in(annotation.style());
	}

	/** For a {@link OptionType#FILE}. */
	public FileRole fileRole() {
		return FileRole.of(annotation.style());
	}

	/** The texts to choose from, in order; empty unless a {@link OptionType#CHOICE}. */
	public List<String> choices() {
		if (!field.getType().isEnum()) return List.of(annotation.choices());
		return Arrays.stream(field.getType().getEnumConstants()).map(Object::toString).toList();
	}

	/** The least value; null if there is none. */
	public Double min() {
		return limit(annotation.min());
	}

	/** The greatest value; null if there is none. */
	public Double max() {
		return limit(annotation.max());
	}

	private static Double limit(String text) {
		return text.isEmpty() ? null : Double.valueOf(text);
	}

	/**
	 * The value a text in a macro or in a dialog stands for.
	 *
	 * @throws OptionException if it stands for none, or for one that is out of range; the message has the key and what is
	 *             needed, never the name of a file or an image
	 */
	public Object parse(String text) throws OptionException {
		return new OptionParser(this, field.getType()).parse(text);
	}

	/** The text that {@link #parse} turns into that value; empty for null. */
	public String format(Object value) {
		if (value == null) return "";
		if (value instanceof ImagePlus image) return image.getTitle();
		if (value instanceof File file) return file.getPath();
		if (value instanceof Double || value instanceof Float) return MacroCall.number(Double.parseDouble(value.toString()));
		return value.toString();
	}

	/** The current value of this option in a command. */
	public Object valueIn(Object command) {
		try {
			return field.get(command);
		} catch (IllegalAccessException e) {
			throw new IllegalStateException("Field " + key() + " cannot be read.", e);
		}
	}

	/** Sets the option in a command; null only if it {@link #isOptional}. */
	public void set(Object command, Object value) {
		try {
			field.set(command, value);
		} catch (IllegalAccessException e) {
			throw new IllegalStateException("Field " + key() + " cannot be set.", e);
		}
	}
}
