package org.annotomy.dicom.series;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.digest.Sha256;
import org.annotomy.image.MedicalImage;

/**
 * Tells images of different patients apart without saying who they are: a digest of Patient ID and its issuer with a salt that lives as long as
 * the program. It means nothing anywhere else and is never written.
 */
final class PatientDigest {

	/** Its key among the facts of an image. */
	static final String FACT = MedicalImage.PATIENT_DIGEST;

	private static final byte[] SALT = salt();
	private static final int DIGITS = 16;
	private static final int PATIENT_ID = 0x00100020;
	private static final int ISSUER_OF_PATIENT_ID = 0x00100021;

	private PatientDigest() {}

	private static byte[] salt() {
		byte[] salt = new byte[32];
		new SecureRandom().nextBytes(salt);
		return salt;
	}

	/** Empty if the file has no Patient ID. */
	static Optional<String> of(DicomDataset dataset) {
		String id = dataset.string(PATIENT_ID, "").strip();
		if (id.isEmpty()) return Optional.empty();
		MessageDigest digest = Sha256.begin();
		digest.update(SALT);
		digest.update((id + "\\" + dataset.string(ISSUER_OF_PATIENT_ID, "").strip()).getBytes(StandardCharsets.UTF_8));
		return Optional.of(Sha256.end(digest).substring(0, DIGITS));
	}
}
