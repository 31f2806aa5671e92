package org.annotomy.sample;

/**
 * What tells the studies of the phantoms apart.
 *
 * @param patient the phantom's name
 * @param patientId likewise
 * @param key the study's identifier is made of
 * @param description of the study
 * @param bodyPart DICOM's Body Part Examined
 * @param model of the equipment
 * @param date of everything in it, as DICOM writes it
 */
record SampleStudy(String patient, String patientId, String key, String description, String bodyPart, String model,
		String date) {

	private static final String FIRST = "20260101";

	static final SampleStudy CHEST = new SampleStudy("Phantom^Chest", SampleDicom.PATIENT_ID, "chest study", "Synthetic chest",
			"CHEST", "Chest phantom", FIRST);
	static final SampleStudy BREAST = new SampleStudy("Phantom^Breast", SampleDicom.PATIENT_ID + "-2", "breast study",
			"Synthetic breasts", "BREAST", "Breast phantom", FIRST);
	static final SampleStudy HEART = new SampleStudy("Phantom^Heart", SampleDicom.PATIENT_ID + "-3", "heart study",
			"Synthetic heart", "HEART", "Heart phantom", FIRST);
	static final SampleStudy LATER_CHEST = new SampleStudy("Phantom^Chest", SampleDicom.PATIENT_ID, "chest study follow-up",
			"Synthetic chest", "CHEST", "Chest phantom", "20260226");
}
