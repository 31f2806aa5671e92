package org.annotomy.dicom.study;

import org.annotomy.dicom.part10.DicomDataset;

/**
 * Who a study is of; shown only where the user asks for it. Never put it into a message.
 *
 * @param name as stored, components divided by {@code ^}
 * @param birthDate as {@code YYYYMMDD}
 */
public record PatientFacts(String name, String id, String birthDate, String sex) {

	private static final int NAME = 0x00100010;
	private static final int ID = 0x00100020;
	private static final int BIRTH_DATE = 0x00100030;
	private static final int SEX = 0x00100040;

	static PatientFacts of(DicomDataset dataset) {
		return new PatientFacts(ShortText.of(dataset, NAME), ShortText.of(dataset, ID), ShortText.of(dataset, BIRTH_DATE),
				ShortText.of(dataset, SEX));
	}

	/** The name as people write it: {@code Doe, Jane A}. */
	public String readableName() {
		String[] parts = name.split("=", 2)[0].split("\\^", -1);
		StringBuilder text = new StringBuilder(parts[0].strip());
		for (int i = 1; i < Math.min(parts.length, 3); i++)
			if (!parts[i].isBlank()) text.append(i == 1 || text.indexOf(",") < 0 ? ", " : " ").append(parts[i].strip());
		return text.toString();
	}

	/** Says nothing of the patient: this ends up in messages by mistake. */
	@Override
	public String toString() {
		return "a patient";
	}
}
