package org.annotomy.dicom.part10;

import java.util.EnumSet;
import java.util.Set;

/** The value representations of PS3.5 6.2. */
public enum Vr {
	AE, AS, AT, CS, DA, DS, DT, FD, FL, IS, LO, LT, OB, OD, OF, OL, OV, OW, PN, SH, SL, SQ, SS, ST, SV, TM, UC, UI, UL, UN, UR, US, UT, UV;

	private static final Set<Vr> LONG = EnumSet.of(OB, OD, OF, OL, OV, OW, SQ, SV, UC, UN, UR, UT, UV);
	private static final Set<Vr> IN_CHARACTER_SET = EnumSet.of(SH, LO, ST, LT, UC, UT, PN);
	private static final Set<Vr> SINGLE = EnumSet.of(ST, LT, UT, UR, UN);
	private static final Set<Vr> BINARY = EnumSet.of(AT, FD, FL, OB, OD, OF, OL, OV, OW, SL, SQ, SS, SV, UL, UN, US, UV);
	private static final Vr[] BY_LETTERS = new Vr[26 * 26];

	static {
		for (Vr vr : values())
			BY_LETTERS[index(vr.name().charAt(0), vr.name().charAt(1))] = vr;
	}

	/** The VR of these two letters, or null if they name none. */
	public static Vr of(int first, int second) {
		return areLetters(first, second) ? BY_LETTERS[index(first, second)] : null;
	}

	static boolean areLetters(int first, int second) {
		return first >= 'A' && first <= 'Z' && second >= 'A' && second <= 'Z';
	}

	private static int index(int first, int second) {
		return (first - 'A') * 26 + second - 'A';
	}

	/** Whether the length has 32 bits in explicit VR (after two reserved bytes). */
	boolean hasLongLength() {
		return LONG.contains(this);
	}

	/** Whether Specific Character Set applies. */
	boolean usesCharacterSet() {
		return IN_CHARACTER_SET.contains(this);
	}

	/** Whether the value is characters at all. */
	public boolean isText() { return !BINARY.contains(this); }

	/** Whether a backslash is an ordinary character. */
	boolean isSingleValued() { return SINGLE.contains(this); }

	/** What fills up an odd length. */
	byte padding() {
		return (byte) (isText() && this != UI ? ' ' : 0);
	}

	/** Bytes of one number: what is swapped between little and big endian. */
	int unitBytes() {
		return switch (this) {
			case US, SS, OW, AT -> 2;
			case UL, SL, FL, OF, OL -> 4;
			case FD, OD, SV, UV, OV -> 8;
			default -> 1;
		};
	}
}
