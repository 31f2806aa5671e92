package org.annotomy.dicom.web;

import java.util.regex.Pattern;

/** UIDs on their way into an address: what is not digits and single points never gets there. */
final class WebUid {

	/** More lenient than PS3.5 9.1: leading zeros occur. */
	private static final Pattern SAFE = Pattern.compile("\\d{1,64}(?:\\.\\d{1,64}){0,63}");
	private static final int MAX_LENGTH = 64;

	private WebUid() {}

	static boolean isSafe(String uid) {
		return uid != null && uid.length() <= MAX_LENGTH && SAFE.matcher(uid).matches();
	}

	/** @throws IllegalArgumentException if it is no UID; the message does not repeat it */
	static String require(String uid, String what) {
		if (isSafe(uid)) return uid;
		throw new IllegalArgumentException("The UID of the " + what + " is not made of digits and points.");
	}
}
