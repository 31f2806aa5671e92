package org.annotomy.dicom.web;

import org.annotomy.dicom.part10.DicomUid;

/** UIDs on their way into an address: what is not digits and single dots never gets there. */
final class WebUid {

	private WebUid() {}

	/** @throws IllegalArgumentException if it is no UID; the message does not repeat it */
	static String require(String uid, String what) {
		if (uid != null && DicomUid.isUsable(uid)) return uid;
		throw new IllegalArgumentException("The UID of the " + what + " is not made of digits and dots.");
	}
}
