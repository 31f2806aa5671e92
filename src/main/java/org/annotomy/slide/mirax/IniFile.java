package org.annotomy.slide.mirax;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import org.annotomy.image.ImageFormatException;

/** The sections and keys of a Slidedat.ini. Values stay in here but for those that are asked for: some name the patient. */
final class IniFile {

	private final Map<String, Map<String, String>> sections = new HashMap<>();

	/** @param bytes UTF-8, or UTF-16 with its mark; lines that are neither a section nor a key are left out */
	IniFile(byte[] bytes) {
		Map<String, String> section = new HashMap<>();
		for (String line : new String(bytes, charset(bytes)).split("\\R")) {
			String text = line.replace("\uFEFF", "").strip();
			int equals = text.indexOf('=');
			if (text.startsWith("[") && text.endsWith("]"))
				section = sections.computeIfAbsent(text.substring(1, text.length() - 1), name -> new HashMap<>());
			else
				if (equals > 0) section.put(text.substring(0, equals).strip(), text.substring(equals + 1).strip());
		}
	}

	private static Charset charset(byte[] bytes) {
		boolean wide = bytes.length > 1 && ((bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xfe
				|| (bytes[0] & 0xff) == 0xfe && (bytes[1] & 0xff) == 0xff);
		return wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
	}

	boolean has(String section) {
		return sections.containsKey(section);
	}

	String text(String section, String key, String otherwise) {
		return sections.getOrDefault(section, Map.of()).getOrDefault(key, otherwise);
	}

	/** @throws ImageFormatException if there is no such key */
	String text(String section, String key) throws ImageFormatException {
		String text = text(section, key, null);
		if (text == null) throw lacks();
		return text;
	}

	int number(String section, String key, int otherwise) throws ImageFormatException {
		return text(section, key, null) == null ? otherwise : number(section, key);
	}

	/** @throws ImageFormatException if there is no such whole number */
	int number(String section, String key) throws ImageFormatException {
		try {
			return Integer.parseInt(text(section, key));
		} catch (NumberFormatException e) {
			throw lacks();
		}
	}

	/** As {@link #number(String, String)} within bounds. */
	int number(String section, String key, int least, int most) throws ImageFormatException {
		int number = number(section, key);
		if (number < least || number > most) throw lacks();
		return number;
	}

	/** With a decimal point or comma; NaN if there is no such number. */
	double real(String section, String key) {
		try {
			double real = Double.parseDouble(text(section, key, "NaN").replace(',', '.'));
			return Double.isFinite(real) ? real : Double.NaN;
		} catch (NumberFormatException e) {
			return Double.NaN;
		}
	}

	private static ImageFormatException lacks() {
		return new ImageFormatException(
				"The slide's Slidedat.ini is broken: it lacks a number or name that is needed, or it cannot be.");
	}
}
