package org.annotomy.dicom.part10;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

import org.annotomy.dicom.part10.CharacterSet.JavaCharsets;

/** Follows the escape sequences of ISO 2022 through one value; back to the start at each delimiter (PS3.5 6.1.2.5.3). */
final class Iso2022 {

	/** What can stand in the upper half of the code table (G1), by the sequence after ESC. */
	private static final Map<String, String> UPPER = Map.ofEntries(Map.entry("-A", "ISO-8859-1"), Map.entry("-B", "ISO-8859-2"),
			Map.entry("-C", "ISO-8859-3"), Map.entry("-D", "ISO-8859-4"), Map.entry("-L", "ISO-8859-5"),
			Map.entry("-G", "ISO-8859-6"), Map.entry("-F", "ISO-8859-7"), Map.entry("-H", "ISO-8859-8"),
			Map.entry("-M", "ISO-8859-9"), Map.entry("-T", "TIS-620"), Map.entry("-b", "ISO-8859-15"),
			Map.entry(")I", CharacterSet.JAPANESE), Map.entry("$)C", "EUC-KR"), Map.entry("$)A", "GB2312"));
	private static final String KANJI = "EUC-JP";
	private static final byte SUPPLEMENT = (byte) 0x8f;

	/** What stands in the lower half (G0). */
	private enum Lower {
		ONE_BYTE, JIS_X0208, JIS_X0212
	}

	private final Charset initial;
	private final boolean personName;
	private final StringBuilder text = new StringBuilder();
	private byte[] run = new byte[64];
	private int runLength;
	private Charset upper;
	private Lower lower;

	Iso2022(Charset initial, boolean personName) {
		this.initial = initial;
		this.upper = initial;
		this.lower = Lower.ONE_BYTE;
		this.personName = personName;
	}

	String decode(byte[] bytes) {
		int i = 0;
		while (i < bytes.length) {
			int b = bytes[i] & 0xff;
			if (b == CharacterSet.ESC) {
				flush();
				i += escape(bytes, i + 1);
			} else if (isDoubleByte() && b > 0x20 && b < 0x7f && i + 1 < bytes.length) {
				if (lower == Lower.JIS_X0212) add(SUPPLEMENT);
				add((byte) (b | 0x80));
				add((byte) (bytes[i + 1] | 0x80));
				i += 2;
			} else {
				if (isDelimiter(b)) reset();
				add((byte) b);
				i++;
			}
		}
		flush();
		return text.toString();
	}

	private boolean isDoubleByte() { return lower != Lower.ONE_BYTE; }

	private boolean isDelimiter(int b) {
		return b == '\\' || b == '\r' || b == '\n' || b == '\f' || b == '\t' || personName && (b == '^' || b == '=');
	}

	private void reset() {
		if (lower == Lower.ONE_BYTE && upper.equals(initial)) return;
		flush();
		lower = Lower.ONE_BYTE;
		upper = initial;
	}

	private void add(byte b) {
		if (runLength == run.length) run = Arrays.copyOf(run, 2 * runLength);
		run[runLength++] = b;
	}

	private void flush() {
		if (runLength == 0) return;
		text.append(new String(run, 0, runLength, isDoubleByte() ? JavaCharsets.named(KANJI) : upper));
		runLength = 0;
	}

	/** Takes the sequence after ESC; gives the number of bytes with it. */
	private int escape(byte[] bytes, int at) {
		int end = at;
		while (end < bytes.length && bytes[end] >= 0x20 && bytes[end] < 0x30)
			end++;
		end = Math.min(end + 1, bytes.length);
		String sequence = new String(bytes, at, end - at, StandardCharsets.US_ASCII);
		switch (sequence) {
			case "$B", "$@" -> lower = Lower.JIS_X0208;
			case "$(D" -> lower = Lower.JIS_X0212;
			case "(B", "(J" -> lower = Lower.ONE_BYTE;
			default -> {
				if (UPPER.containsKey(sequence)) upper = JavaCharsets.named(UPPER.get(sequence));
			}
		}
		return end - at + 1;
	}
}
