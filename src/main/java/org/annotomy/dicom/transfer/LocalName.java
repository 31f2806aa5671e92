package org.annotomy.dicom.transfer;

import java.nio.charset.StandardCharsets;

import org.annotomy.digest.Sha256;

/** Names of files and folders made from UIDs: digests, since a UID may hold what is no name, and is too long for some systems. */
final class LocalName {

	/** Folder below that of a series, for frames and headers of images that are not here as a whole. */
	static final String FRAMES = ".frames";

	private static final int DIGITS = 24;

	private LocalName() {}

	/** 24 hexadecimal digits. */
	static String of(String uid) {
		return Sha256.hex(uid.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
	}

	static String fileOf(String sopUid) {
		return of(sopUid) + ".dcm";
	}

	/** @param number from 1 */
	static String fileOfFrame(String sopUid, int number, String transferSyntax) {
		return of(sopUid) + "-" + number + "-" + transferSyntax + ".frame";
	}

	/** Whether a file of the folder {@link #FRAMES} is a frame or a header. */
	static boolean isFileOfFrame(String name) {
		return name.matches("[0-9a-f]{24}(\\.dcm|-[0-9]+-[0-9.]+\\.frame)");
	}

	/** Files of labels, whose names begin with those of images, are none. */
	static boolean isFileOfImage(String name) {
		return name.matches("[0-9a-f]{24}\\.(dcm|nii|nii\\.gz|nrrd|mha|tif|tiff|png|jpg|jpeg)");
	}
}
