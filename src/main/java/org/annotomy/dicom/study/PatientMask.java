package org.annotomy.dicom.study;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Calls the patients of a list {@code Patient 1}, {@code Patient 2} … in the order in which they appear in it. */
public final class PatientMask {

	private final Map<String, Integer> numbers = new HashMap<>();

	/** @param rows of one list; studies with the same name, ID and birth date are of one patient */
	public PatientMask(List<StudyRow> rows) {
		for (StudyRow row : rows)
			numbers.putIfAbsent(key(row.patient()), numbers.size() + 1);
	}

	/** The patient's number in the list, 0 for a patient of another one. */
	public int number(PatientFacts patient) {
		return numbers.getOrDefault(key(patient), 0);
	}

	/** Such as {@code Patient 3}. */
	public String name(PatientFacts patient) {
		return "Patient " + number(patient);
	}

	private static String key(PatientFacts patient) {
		return patient.id() + "\n" + patient.name() + "\n" + patient.birthDate();
	}
}
