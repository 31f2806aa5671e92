package org.annotomy.interchange.sidecar;

import java.nio.charset.StandardCharsets;

/** Reads JSON from bytes, as far as it is plain: no comments, no escapes in names that matter. What is not makes it throw. */
final class ByteCursor {

	private static final double[] POWERS = new double[23];
	private static final UnexpectedException UNEXPECTED = new UnexpectedException();
	private static final int MOST_DIGITS = 15;

	static {
		POWERS[0] = 1;
		for (int i = 1; i < POWERS.length; i++)
			POWERS[i] = POWERS[i - 1] * 10;
	}

	/** The text is not as plain as this reader wants it. */
	static final class UnexpectedException extends RuntimeException {

		UnexpectedException() {
			super(null, null, false, false);
		}
	}

	private byte[] bytes;
	private int at;
	private boolean rounded;

	void set(byte[] text, int from) {
		bytes = text;
		at = from;
	}

	byte[] bytes() {
		return bytes;
	}

	int at() {
		return at;
	}

	byte peek() {
		return bytes[at];
	}

	UnexpectedException unexpected() {
		return UNEXPECTED;
	}

	void skipSpace() {
		while (bytes[at] >= 0 && bytes[at] <= ' ')
			at++;
	}

	/** Passes over white space and this character. */
	void expect(char c) {
		skipSpace();
		if (bytes[at] != c) throw UNEXPECTED;
		at++;
	}

	/** Passes over white space, and this character if it comes. @return whether it came */
	boolean skipIf(char c) {
		skipSpace();
		if (bytes[at] != c) return false;
		at++;
		return true;
	}

	/** Passes over a text without escapes. @return where its first letter is; the cursor is behind the closing quote */
	int name() {
		expect('"');
		int from = at;
		while (bytes[at] != '"')
			if (bytes[at++] == '\\') throw UNEXPECTED;
		at++;
		return from;
	}

	/** Whether the name whose first letter is at {@code from} and whose quote ends before {@code end} is this one. */
	boolean is(int from, int end, byte[] name) {
		if (end - 1 - from != name.length) return false;
		for (int i = 0; i < name.length; i++)
			if (bytes[from + i] != name[i]) return false;
		return true;
	}

	void skipValue() {
		at = skipValue(bytes, at);
	}

	/** @return behind the value that begins at {@code from}: text, number, word, object or array */
	static int skipValue(byte[] text, int from) {
		int depth = 0;
		int i = from;
		do {
			byte b = text[i++];
			if (b == '"') {
				while (text[i] != '"')
					i += text[i] == '\\' ? 2 : 1;
				i++;
			} else if (b == '{' || b == '[') depth++;
			else if (b == '}' || b == ']') depth--;
			else if (b == '/') throw UNEXPECTED;
			else
				if (depth == 0)
					while (text[i] > ' ' && text[i] != ',' && text[i] != '}' && text[i] != ']')
						i++;
		} while (depth > 0);
		return i;
	}

	/** So many hexadecimal digits. */
	long hex(int digits) {
		long value = 0;
		for (int i = 0; i < digits; i++) {
			byte b = bytes[at++];
			int digit = b >= '0' && b <= '9'
					? b - '0'
					: b >= 'a' && b <= 'f' ? b - 'a' + 10 : b >= 'A' && b <= 'F' ? b - 'A' + 10 : -1;
			if (digit < 0) throw UNEXPECTED;
			value = value << 4 | digit;
		}
		return value;
	}

	/** A number below 10⁶ without an exponent, in thousandths, to the nearest. */
	int thousandths() {
		skipSpace();
		boolean negative = bytes[at] == '-';
		if (negative) at++;
		int start = at;
		int whole = 0;
		for (int d = bytes[at] - '0'; d >= 0 && d <= 9; d = bytes[++at] - '0')
			whole = whole * 10 + d;
		if (at == start || at - start > 6 || at - start > 1 && bytes[start] == '0') throw UNEXPECTED;
		int value = whole * 1000;
		rounded = false;
		if (bytes[at] == '.') value += fraction();
		if ((bytes[at] | 0x20) == 'e') throw UNEXPECTED;
		return negative ? -value : value;
	}

	private int fraction() {
		int start = ++at;
		int weight = 100;
		int value = 0;
		int fourth = 0;
		for (int d = bytes[at] - '0'; d >= 0 && d <= 9; d = bytes[++at] - '0') {
			value += d * weight;
			if (at - start == 3) fourth = d;
			if (at - start >= 3 && d != 0) rounded = true;
			weight /= 10;
		}
		if (at == start) throw UNEXPECTED;
		return fourth >= 5 ? value + 1 : value;
	}

	/** Whether the last of the {@link #thousandths} had more decimals. */
	boolean wasRounded() {
		return rounded;
	}

	/** A number, or one of the words {@code "NaN"}, {@code "Infinity"}, {@code "-Infinity"} as texts. */
	double number() {
		if (bytes[at] == '"') return word();
		int from = at;
		boolean negative = bytes[at] == '-';
		if (negative) at++;
		long digits = 0;
		int count = 0;
		int decimals = 0;
		boolean point = false;
		for (;; at++) {
			int d = bytes[at] - '0';
			if (d >= 0 && d <= 9) {
				digits = digits * 10 + d;
				count++;
				if (point) decimals++;
			} else if (bytes[at] == '.' && !point && count > 0) point = true;
			else break;
		}
		boolean exact = count > 0 && count <= MOST_DIGITS && (bytes[at] | 0x20) != 'e' && (!point || decimals > 0);
		if (exact) return (negative ? -1 : 1) * (digits / POWERS[decimals]);
		at = skipValue(bytes, from);
		try {
			return Double.parseDouble(new String(bytes, from, at - from, StandardCharsets.US_ASCII));
		} catch (NumberFormatException e) {
			throw UNEXPECTED;
		}
	}

	private double word() {
		int from = name();
		return switch (new String(bytes, from, at - 1 - from, StandardCharsets.US_ASCII)) {
			case "NaN" -> Double.NaN;
			case "Infinity" -> Double.POSITIVE_INFINITY;
			case "-Infinity" -> Double.NEGATIVE_INFINITY;
			default -> throw UNEXPECTED;
		};
	}
}
