package org.annotomy.command.spec;

import java.io.File;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

import ij.ImagePlus;
import ij.WindowManager;

/** From the text of an option to its value. */
final class OptionParser {

	private static final Pattern NUMBER = Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d{1,3})?");

	private final Option option;
	private final Class<?> javaType;

	OptionParser(Option option, Class<?> javaType) {
		this.option = option;
		this.javaType = javaType;
	}

	Object parse(String text) throws OptionException {
		switch (option.type()) {
			case INTEGER :
				return integer(text.trim());
			case NUMBER :
				return number(text.trim());
			case BOOLEAN :
				return flag(text.trim());
			case CHOICE :
				return choice(text);
			case FILE :
				return file(text);
			case IMAGE :
				return image(text);
			default :
				return text;
		}
	}

	private Object integer(String text) throws OptionException {
		if (!NUMBER.matcher(text).matches()) throw found(text, "is not a whole number.");
		long value;
		try {
			value = new BigDecimal(text).longValueExact();
		} catch (ArithmeticException e) {
			throw found(text, "is not a whole number that fits.");
		}
		boolean isInt = javaType == int.class || javaType == Integer.class;
		if (isInt && value != (int) value) throw found(text, "is not a whole number that fits.");
		checkRange(text, value);
		return isInt ? (Object) (int) value : (Object) value;
	}

	private Object number(String text) throws OptionException {
		if (!NUMBER.matcher(text).matches())
			throw found(text,
					text.indexOf(',') >= 0 ? "is not a number (the decimal separator is a point)." : "is not a number.");
		double value = Double.parseDouble(text);
		boolean isFloat = javaType == float.class || javaType == Float.class;
		if (Double.isInfinite(isFloat ? (float) value : value)) throw found(text, "is too large.");
		checkRange(text, value);
		return isFloat ? (Object) (float) value : (Object) value;
	}

	private void checkRange(String text, double value) throws OptionException {
		Double min = option.min();
		Double max = option.max();
		boolean tooLow = min != null && value < min;
		boolean tooHigh = max != null && value > max;
		if (tooLow || tooHigh) throw found(text, "is out of range: " + range() + ".");
	}

	private String range() {
		String unit = option.unit().isEmpty() ? "" : " " + option.unit();
		Double min = option.min();
		Double max = option.max();
		if (max == null) return "at least " + option.format(min) + unit;
		if (min == null) return "at most " + option.format(max) + unit;
		return option.format(min) + " to " + option.format(max) + unit;
	}

	private Object flag(String text) throws OptionException {
		if (text.equals("true")) return true;
		if (text.equals("false")) return false;
		throw found(text, "is neither true nor false.");
	}

	private Object choice(String text) throws OptionException {
		List<String> choices = option.choices();
		int index = choices.indexOf(text);
		if (index < 0)
			throw found(text, "is not one of: " + String.join(", ", choices) + "."
					+ Suggestion.among(choices, text).map(s -> " Did you mean " + s + "?").orElse(""));
		return javaType.isEnum() ? javaType.getEnumConstants()[index] : text;
	}

	private Object file(String text) throws OptionException {
		if (text.isEmpty()) throw new OptionException(option, "the path of a file is needed.");
		File file = new File(text);
		String complaint = option.fileRole().complaint(file);
		if (complaint != null)
			throw new OptionException(option, complaint
					+ (file.isAbsolute() ? "." : ". The path is relative; give the full path."));
		return file;
	}

	private Object image(String text) throws OptionException {
		ImagePlus image = WindowManager.getImage(text);
		if (image == null && text.matches("-\\d{1,9}")) image = WindowManager.getImage(Integer.parseInt(text));
		if (image == null)
			throw new OptionException(option,
					"no open image has that title or that (negative) ID.");
		return image;
	}

	private OptionException found(String text, String problem) {
		String shown = text.length() > 40 ? text.substring(0, 39) + "\u2026" : text;
		String quoted = option.isPassword() ? "the value" : '"' + shown + '"';
		return new OptionException(option, quoted + " " + problem);
	}
}
