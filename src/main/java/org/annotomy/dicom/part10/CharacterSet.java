package org.annotomy.dicom.part10;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Specific Character Set of a dataset (PS3.5 6.1.2, PS3.3 C.12.1.1.2), with and without code extensions. Bytes that it does not
 * explain come out as Latin 1 or as the replacement character, never as an error.
 */
final class CharacterSet {

	private static final Map<String, String> SINGLE_BYTE = Map.ofEntries(Map.entry("100", "ISO-8859-1"),
			Map.entry("101", "ISO-8859-2"), Map.entry("109", "ISO-8859-3"), Map.entry("110", "ISO-8859-4"),
			Map.entry("144", "ISO-8859-5"), Map.entry("127", "ISO-8859-6"), Map.entry("126", "ISO-8859-7"),
			Map.entry("138", "ISO-8859-8"), Map.entry("148", "ISO-8859-9"), Map.entry("203", "ISO-8859-15"),
			Map.entry("166", "TIS-620"), Map.entry("13", "JIS_X0201"), Map.entry("192", "UTF-8"), Map.entry("149", "EUC-KR"),
			Map.entry("58", "GB2312"));
	private static final Pattern NUMBER = Pattern.compile("(\\d+)\\s*$");

	static final CharacterSet DEFAULT = new CharacterSet(List.of("ISO_IR 6"));
	static final CharacterSet UTF_8 = new CharacterSet(List.of("ISO_IR 192"));

	private final Charset initial;
	private final boolean extended;

	private CharacterSet(List<String> terms) {
		this.extended = terms.size() > 1 || terms.get(0).contains("2022");
		Charset first = charset(terms.get(0));
		if (first == StandardCharsets.ISO_8859_1 && terms.size() > 1)
			for (String term : terms)
				if (term.endsWith("149") || term.endsWith(" 58")) first = charset(term);
		this.initial = first;
	}

	/** @param terms the values of (0008,0005); unknown ones count as Latin 1 */
	static CharacterSet of(List<String> terms) {
		if (terms.isEmpty() || terms.size() == 1 && terms.get(0).isBlank()) return DEFAULT;
		return new CharacterSet(terms.stream().map(String::trim).toList());
	}

	private static Charset charset(String term) {
		if (term.equals("GB18030") || term.equals("GBK")) return named(term);
		Matcher number = NUMBER.matcher(term);
		return number.find() ? named(SINGLE_BYTE.getOrDefault(number.group(1), "ISO-8859-1")) : StandardCharsets.ISO_8859_1;
	}

	private static Charset named(String name) {
		return Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.ISO_8859_1;
	}

	boolean isUtf8() { return initial == StandardCharsets.UTF_8; }

	/** Text, still with its backslashes. */
	String decode(byte[] bytes, boolean personName) {
		if (!extended || !hasEscape(bytes)) return new String(bytes, initial);
		return new Iso2022(initial, personName).decode(bytes);
	}

	private static boolean hasEscape(byte[] bytes) {
		for (byte b : bytes)
			if (b == Iso2022.ESC) return true;
		return false;
	}

	/** Follows the escape sequences of ISO 2022; back to the start at each delimiter (PS3.5 6.1.2.5.3). */
	private static final class Iso2022 {

		static final int ESC = 0x1b;
		private static final Map<String, String> SINGLE = Map.ofEntries(Map.entry("-A", "ISO-8859-1"),
				Map.entry("-B", "ISO-8859-2"),
				Map.entry("-C", "ISO-8859-3"), Map.entry("-D", "ISO-8859-4"), Map.entry("-L", "ISO-8859-5"),
				Map.entry("-G", "ISO-8859-6"), Map.entry("-F", "ISO-8859-7"), Map.entry("-H", "ISO-8859-8"),
				Map.entry("-M", "ISO-8859-9"), Map.entry("-T", "TIS-620"), Map.entry("-b", "ISO-8859-15"),
				Map.entry(")I", "JIS_X0201"), Map.entry("$)C", "EUC-KR"), Map.entry("$)A", "GB2312"));

		private final Charset initial;
		private final boolean personName;
		private final StringBuilder text = new StringBuilder();
		private final List<Byte> run = new ArrayList<>();
		private Charset upper;
		private int kanji; // 0: G0 is ASCII; 1: JIS X 0208; 2: JIS X 0212

		Iso2022(Charset initial, boolean personName) {
			this.initial = initial;
			this.upper = initial;
			this.personName = personName;
		}

		String decode(byte[] bytes) {
			int i = 0;
			while (i < bytes.length) {
				int b = bytes[i] & 0xff;
				if (b == ESC) {
					flush();
					i += escape(bytes, i + 1);
				} else if (kanji > 0 && b > 0x20 && b < 0x7f && i + 1 < bytes.length) {
					addKanji(b, bytes[i + 1]);
					i += 2;
				} else {
					run.add((byte) b);
					if (isDelimiter(b)) reset();
					i++;
				}
			}
			flush();
			return text.toString();
		}

		private boolean isDelimiter(int b) {
			return b == '\\' || b == '\r' || b == '\n' || b == '\f' || b == '\t' || personName && (b == '^' || b == '=');
		}

		private void reset() {
			flush();
			kanji = 0;
			upper = initial;
		}

		private void addKanji(int first, int second) {
			if (kanji == 2) run.add((byte) 0x8f);
			run.add((byte) (first | 0x80));
			run.add((byte) (second | 0x80));
		}

		private void flush() {
			byte[] bytes = new byte[run.size()];
			for (int i = 0; i < bytes.length; i++)
				bytes[i] = run.get(i);
			run.clear();
			text.append(new String(bytes, kanji > 0 ? named("EUC-JP") : upper));
		}

		/** Takes the sequence after ESC; gives the number of bytes with it. */
		private int escape(byte[] bytes, int at) {
			int end = at;
			while (end < bytes.length && bytes[end] >= 0x20 && bytes[end] < 0x30)
				end++;
			end = Math.min(end + 1, bytes.length);
			String sequence = new String(bytes, at, end - at, StandardCharsets.US_ASCII);
			switch (sequence) {
				case "$B" -> kanji = 1;
				case "$(D" -> kanji = 2;
				case "(B", "(J" -> kanji = 0;
				default -> {
					if (SINGLE.containsKey(sequence)) upper = named(SINGLE.get(sequence));
				}
			}
			return end - at + 1;
		}
	}
}
