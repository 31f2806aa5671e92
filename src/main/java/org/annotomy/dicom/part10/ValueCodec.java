package org.annotomy.dicom.part10;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Between the bytes of a value and Java's types. Lenient when reading: what is no number becomes NaN. */
final class ValueCodec {

	private static final int MAX_DECIMAL_LENGTH = 16;
	private static final double MAX_PLAIN = 1e15;

	private ValueCodec() {}

	/** The values as text, trimmed; empty if there is no value or it is no text. */
	static List<String> strings(DicomElement element, CharacterSet characterSet) {
		if (!element.vr().isText() && element.vr() != Vr.UN) return numbersAsText(element);
		String text = text(element, characterSet);
		if (text.isEmpty()) return List.of();
		if (element.vr().isSingleValued()) return List.of(text);
		if (text.indexOf('\\') < 0) return List.of(stripped(text));
		return Arrays.stream(text.split("\\\\", -1)).map(ValueCodec::stripped).toList();
	}

	private static List<String> numbersAsText(DicomElement element) {
		Vr vr = element.vr();
		if (vr.unitBytes() == 1 || vr == Vr.AT) return List.of();
		if (vr == Vr.SV) return Arrays.stream(longs(element)).mapToObj(Long::toString).toList();
		if (vr == Vr.UV || vr == Vr.OV) return Arrays.stream(longs(element)).mapToObj(Long::toUnsignedString).toList();
		boolean single = vr == Vr.FL || vr == Vr.OF;
		return Arrays.stream(doubles(element)).mapToObj(v -> number(v, single)).toList();
	}

	private static String number(double value, boolean single) {
		if (value == Math.rint(value) && Math.abs(value) < MAX_PLAIN) return Long.toString((long) value);
		return single ? Float.toString((float) value) : Double.toString(value);
	}

	private static String text(DicomElement element, CharacterSet characterSet) {
		byte[] bytes = bytes(element);
		int length = bytes.length;
		while (length > 0 && (bytes[length - 1] == 0 || bytes[length - 1] == ' '))
			length--;
		if (!element.vr().usesCharacterSet()) return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
		return characterSet.decode(Arrays.copyOf(bytes, length), element.vr() == Vr.PN);
	}

	/** Without the spaces and NULs that fill up a value; other white space belongs to it. */
	private static String stripped(String text) {
		int start = 0;
		int end = text.length();
		while (start < end && text.charAt(start) == ' ')
			start++;
		while (end > start && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == 0))
			end--;
		return text.substring(start, end);
	}

	static byte[] bytes(DicomElement element) {
		try {
			return element.bytes().toArray();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** All numbers of a numeric or decimal-string value. */
	static double[] doubles(DicomElement element) {
		if (element.vr().isText())
			return strings(element, CharacterSet.DEFAULT).stream().mapToDouble(ValueCodec::parse).toArray();
		ByteBuffer buffer = buffer(element);
		int unit = element.vr().unitBytes();
		if (unit == 1) return new double[0];
		double[] values = new double[buffer.capacity() / unit];
		for (int i = 0; i < values.length; i++)
			values[i] = number(buffer, i * unit, element.vr());
		return values;
	}

	/** All numbers as 32-bit integers; text that is no number counts as 0, larger ones are cut to the range. */
	static int[] ints(DicomElement element) {
		double[] values = doubles(element);
		int[] ints = new int[values.length];
		for (int i = 0; i < ints.length; i++)
			ints[i] = (int) values[i];
		return ints;
	}

	/** 64-bit integers of OV, UV and SV, which a double cannot hold. */
	static long[] longs(DicomElement element) {
		if (element.vr().unitBytes() != 8 || element.vr() == Vr.FD || element.vr() == Vr.OD)
			return Arrays.stream(doubles(element)).mapToLong(v -> (long) v).toArray();
		ByteBuffer buffer = buffer(element);
		long[] values = new long[buffer.capacity() / 8];
		for (int i = 0; i < values.length; i++)
			values[i] = buffer.getLong(8 * i);
		return values;
	}

	private static ByteBuffer buffer(DicomElement element) {
		return ByteBuffer.wrap(bytes(element)).order(element.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
	}

	private static double number(ByteBuffer buffer, int at, Vr vr) {
		return switch (vr) {
			case US, OW, AT -> buffer.getShort(at) & 0xffff;
			case SS -> buffer.getShort(at);
			case UL, OL -> buffer.getInt(at) & 0xffffffffL;
			case SL -> buffer.getInt(at);
			case FL, OF -> buffer.getFloat(at);
			case FD, OD -> buffer.getDouble(at);
			case SV, OV, UV -> buffer.getLong(at);
			default -> Double.NaN;
		};
	}

	private static double parse(String text) {
		if (text.isEmpty() || text.length() > 64) return Double.NaN;
		char last = text.charAt(text.length() - 1);
		// Java would take "1d", "0x1p3", "NaN" and "Infinity" as well.
		if (last > '9' || text.indexOf('x') >= 0 || text.indexOf('X') >= 0) return Double.NaN;
		try {
			return Double.parseDouble(text.indexOf(',') < 0 ? text : text.replace(',', '.'));
		} catch (NumberFormatException e) {
			return Double.NaN;
		}
	}

	/** The decimal of at most 16 characters nearest to {@code value} (VR DS). */
	static String decimal(double value) {
		if (!Double.isFinite(value)) throw new IllegalArgumentException("A decimal string cannot hold " + value + ".");
		if (value == 0) return "0";
		BigDecimal exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
		for (int digits = Math.max(1, exact.precision()); digits > 0; digits--) {
			BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN)).stripTrailingZeros();
			if (rounded.scale() > -20 && rounded.scale() < 20) {
				String plain = rounded.toPlainString();
				if (plain.length() <= MAX_DECIMAL_LENGTH) return plain;
			}
			String scientific = scientific(rounded);
			if (scientific.length() <= MAX_DECIMAL_LENGTH) return scientific;
		}
		throw new IllegalArgumentException("A decimal string cannot hold " + value + ".");
	}

	private static String scientific(BigDecimal value) {
		String digits = value.unscaledValue().abs().toString();
		int exponent = digits.length() - 1 - value.scale();
		String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
		return (value.signum() < 0 ? "-" : "") + mantissa + "E" + exponent;
	}
}
