package org.annotomy.dicom.part10;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.regex.Pattern;

/** What PS3.5 6.2 allows in a value of each VR; asked when writing, never when reading. */
final class ValueRules {

	private static final Map<Vr, Integer> MAX_CHARACTERS = Map.ofEntries(Map.entry(Vr.AE, 16), Map.entry(Vr.AS, 4),
			Map.entry(Vr.CS, 16), Map.entry(Vr.DS, 16), Map.entry(Vr.DT, 26), Map.entry(Vr.IS, 12), Map.entry(Vr.LO, 64),
			Map.entry(Vr.LT, 10240), Map.entry(Vr.SH, 16), Map.entry(Vr.ST, 1024), Map.entry(Vr.TM, 14), Map.entry(Vr.UI, 64));
	private static final Map<Vr, Pattern> PATTERN = Map.of(Vr.CS, Pattern.compile("[A-Z0-9_ ]*"), Vr.DA,
			Pattern.compile("(?:\\d{8})?"),
			Vr.TM, Pattern.compile("(?:\\d{2}(?:\\d{2}(?:\\d{2}(?:\\.\\d{1,6})?)?)?)?"), Vr.AS,
			Pattern.compile("(?:\\d{3}[DWMY])?"),
			Vr.IS, Pattern.compile("\\s*(?:[+-]?\\d+)?\\s*"));

	private ValueRules() {}

	/** @throws IllegalArgumentException if the VR does not allow the value; the message does not repeat it */
	static void check(int tag, Vr vr, String value) {
		Integer max = MAX_CHARACTERS.get(vr);
		if (max != null && value.length() > max)
			throw refusal(tag, vr, "at most " + max + " characters, not " + value.length());
		if (!vr.isSingleValued() && value.indexOf('\\') >= 0) throw refusal(tag, vr, "no backslash inside a value");
		Pattern pattern = PATTERN.get(vr);
		if (pattern != null && !pattern.matcher(value).matches()) throw refusal(tag, vr, "values of another form");
		if (vr == Vr.UI && !value.isEmpty() && !DicomUid.isValid(value)) throw refusal(tag, vr, "a valid UID");
	}

	/** Appends one binary number of the VR. */
	static void putNumber(ByteBuffer bytes, int tag, Vr vr, double value) {
		switch (vr) {
			case US, OW -> bytes.putShort((short) integer(tag, vr, value, 0, 0xffff));
			case SS -> bytes.putShort((short) integer(tag, vr, value, Short.MIN_VALUE, Short.MAX_VALUE));
			case UL, OL -> bytes.putInt((int) integer(tag, vr, value, 0, 0xffffffffL));
			case SL -> bytes.putInt((int) integer(tag, vr, value, Integer.MIN_VALUE, Integer.MAX_VALUE));
			case FL, OF -> bytes.putFloat((float) value);
			case FD, OD -> bytes.putDouble(value);
			case SV, UV, OV -> bytes.putLong(integer(tag, vr, value, vr == Vr.SV ? Long.MIN_VALUE : 0, Long.MAX_VALUE));
			case AT -> bytes.putShort((short) ((int) value >>> 16)).putShort((short) (int) value);
			default -> throw refusal(tag, vr, "no numbers");
		}
	}

	private static long integer(int tag, Vr vr, double value, double min, double max) {
		if (value < min || value > max || value != Math.rint(value))
			throw refusal(tag, vr, "integers from " + (long) min + " to " + (long) max);
		return (long) value;
	}

	private static IllegalArgumentException refusal(int tag, Vr vr, String allowed) {
		return new IllegalArgumentException(
				DicomDictionary.standard().describe(tag) + " is of VR " + vr + ", which allows " + allowed + ".");
	}
}
