package org.annotomy.dicom.part10;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.regex.Pattern;

/** Unique identifiers, PS3.5 9. */
public final class DicomUid {

	private static final Pattern VALID = Pattern.compile("(?:0|[1-9]\\d*)(?:\\.(?:0|[1-9]\\d*))*");

	private static final Pattern USABLE = Pattern.compile("\\d+(?:\\.\\d+)*");

	private DicomUid() {}

	/** A new identifier derived from a random UUID, PS3.5 B.2. */
	public static String random() {
		return of(UUID.randomUUID());
	}

	/** {@code 2.25.} and the UUID as a decimal number. */
	public static String of(UUID uuid) {
		byte[] bytes = ByteBuffer.allocate(16).putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits())
				.array();
		return "2.25." + new BigInteger(1, bytes);
	}

	/** Whether it follows the rules of PS3.5 9.1: numbers without leading zeros, dots, up to 64 characters. */
	public static boolean isValid(String uid) {
		return uid.length() <= 64 && VALID.matcher(uid).matches();
	}

	/** Whether it is numbers and single dots, up to 64 characters: safe in an address. Leading zeros, which occur, are let pass. */
	public static boolean isUsable(String uid) {
		return uid.length() <= 64 && USABLE.matcher(uid).matches();
	}
}
