package org.annotomy.dicom.transfer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Names of files and folders made from UIDs: digests, since a UID may hold what is no name, and is too long for some systems. */
final class LocalName {

	private static final int BYTES = 12;

	private LocalName() {}

	/** 24 hexadecimal digits. */
	static String of(String uid) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(uid.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(Arrays.copyOf(digest, BYTES));
		} catch (NoSuchAlgorithmException e) {
			throw new AssertionError(e);
		}
	}

	static String fileOf(String sopUid) {
		return of(sopUid) + ".dcm";
	}

	/** Files of labels, whose names begin with those of images, are none. */
	static boolean isFileOfImage(String name) {
		return name.matches("[0-9a-f]{24}\\.(dcm|nii|nii\\.gz|nrrd|mha|tif|tiff|png|jpg|jpeg)");
	}
}
