package org.annotomy.image.nrrd;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** The text of NRRD headers: bytes to words and back. */
final class NrrdText {

	private static final int SHOWN = 40;

	private NrrdText() {}

	/** UTF-8 as today's writers have it, else Latin-1. */
	static String decode(byte[] bytes, int from, int length) {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, length)).toString();
		} catch (CharacterCodingException e) {
			return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
		}
	}

	/** The standard asks for ASCII and some readers drop the rest: accents are taken off, what is left becomes a question mark. */
	static String ascii(String text) {
		if (text.chars().allMatch(c -> c < 128)) return text;
		String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
		return plain.replace("ß", "ss").codePoints().map(c -> c < 128 ? c : '?')
				.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
	}

	/** Line ends and backslashes of a value as the header must write them. */
	static String escape(String value) {
		return value.replace("\\", "\\\\").replace("\r\n", "\\n").replace("\n", "\\n").replace('\r', ' ');
	}

	static String unescape(String value) {
		if (value.indexOf('\\') < 0) return value;
		StringBuilder text = new StringBuilder(value.length());
		for (int i = 0; i < value.length(); i++) {
			char c = value.charAt(i);
			char next = i + 1 < value.length() ? value.charAt(i + 1) : 0;
			if (c == '\\' && (next == 'n' || next == '\\')) {
				text.append(next == 'n' ? '\n' : '\\');
				i++;
			} else text.append(c);
		}
		return text.toString();
	}

	/** A piece of a header that is short and printable enough for a message. */
	static String shown(String text) {
		String printable = text.replaceAll("[^\\x20-\\x7e]", "?");
		return printable.length() <= SHOWN ? printable : printable.substring(0, SHOWN) + "…";
	}

	/** A number as C reads it, without a needless fraction. */
	static String number(double value) {
		return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : Double.toString(value);
	}
}
