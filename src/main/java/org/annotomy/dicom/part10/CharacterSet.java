package org.annotomy.dicom.part10;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Specific Character Set of a dataset (PS3.5 6.1.2, PS3.3 C.12.1.1.2), with and without code extensions. Bytes that it does not
 * explain come out as Latin 1 or as the replacement character, never as an error.
 */
final class CharacterSet {

	static final int ESC = 0x1b;

	/** Holds JIS X 0201, keeps the backslash, and reads the kanji that some systems put in without an escape sequence. */
	static final String JAPANESE = "Shift_JIS";
	private static final Map<String, String> BY_NUMBER = Map.ofEntries(Map.entry("100", "ISO-8859-1"),
			Map.entry("101", "ISO-8859-2"), Map.entry("109", "ISO-8859-3"), Map.entry("110", "ISO-8859-4"),
			Map.entry("144", "ISO-8859-5"), Map.entry("127", "ISO-8859-6"), Map.entry("126", "ISO-8859-7"),
			Map.entry("138", "ISO-8859-8"), Map.entry("148", "ISO-8859-9"), Map.entry("203", "ISO-8859-15"),
			Map.entry("166", "TIS-620"), Map.entry("13", JAPANESE), Map.entry("192", "UTF-8"), Map.entry("149", "EUC-KR"),
			Map.entry("58", "GB2312"));
	private static final Pattern NUMBER = Pattern.compile("(\\d+)$");
	/** Without escape sequences a second value can only be meant for the upper half: Korean and Chinese files are seen so. */
	private static final List<String> WITHOUT_ESCAPES = List.of("149", "58");

	static final CharacterSet DEFAULT = new CharacterSet(StandardCharsets.ISO_8859_1, false);
	static final CharacterSet UTF_8 = new CharacterSet(StandardCharsets.UTF_8, false);

	private final Charset initial;
	private final boolean extended;

	private CharacterSet(Charset initial, boolean extended) {
		this.initial = initial;
		this.extended = extended;
	}

	/** @param terms the values of (0008,0005); unknown ones count as Latin 1 */
	static CharacterSet of(List<String> terms) {
		String first = terms.isEmpty() ? "" : terms.get(0).strip();
		if (terms.size() <= 1 && !first.contains("2022"))
			return first.isEmpty() ? DEFAULT : new CharacterSet(charset(first), false);
		Charset initial = charset(first);
		if (initial == StandardCharsets.UTF_8 || first.startsWith("GB")) return new CharacterSet(initial, false);
		if (first.isEmpty() || number(first).equals("6"))
			for (String term : terms)
				if (WITHOUT_ESCAPES.contains(number(term))) initial = charset(term);
		return new CharacterSet(initial, true);
	}

	private static Charset charset(String term) {
		if (term.equals("GB18030") || term.equals("GBK")) return JavaCharsets.named(term);
		return JavaCharsets.named(BY_NUMBER.getOrDefault(number(term), "ISO-8859-1"));
	}

	/** The registration number that a term such as {@code ISO 2022 IR 149} ends with; tolerates {@code ISO-IR 100} and the like. */
	private static String number(String term) {
		Matcher number = NUMBER.matcher(term.strip());
		return number.find() ? number.group(1) : "";
	}

	boolean isUtf8() { return initial == StandardCharsets.UTF_8; }

	/** Text, still with its backslashes. */
	String decode(byte[] bytes, boolean personName) {
		if (!extended || !hasEscape(bytes)) return new String(bytes, initial);
		return new Iso2022(initial, personName).decode(bytes);
	}

	private static boolean hasEscape(byte[] bytes) {
		for (byte b : bytes)
			if (b == ESC) return true;
		return false;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof CharacterSet set && initial.equals(set.initial) && extended == set.extended;
	}

	@Override
	public int hashCode() {
		return Objects.hash(initial, extended);
	}

	/** Charsets of this Java by name; a reduced Java may lack some, for which Latin 1 stands in. */
	static final class JavaCharsets {

		private static final Map<String, Charset> KNOWN = new ConcurrentHashMap<>();

		private JavaCharsets() {}

		static Charset named(String name) {
			return KNOWN.computeIfAbsent(name, n -> Charset.isSupported(n) ? Charset.forName(n) : StandardCharsets.ISO_8859_1);
		}
	}
}
