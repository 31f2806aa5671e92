package org.annotomy.annotation.model;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * The identity of the thing itself, shared by all marks of it in other images and at other times (DICOM Tracking ID and Tracking UID).
 *
 * @param id in words, such as {@code L1}; may be null
 * @param uid a DICOM UID
 */
public record Tracking(String id, String uid) {

	/** The UID that DICOM derives from a UUID: {@code 2.25.} and the UUID as an unsigned decimal (PS3.5 B.2). */
	public static String uidOf(UUID uuid) {
		byte[] bytes = ByteBuffer.allocate(16).putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits())
				.array();
		return "2.25." + new BigInteger(1, bytes);
	}
}
