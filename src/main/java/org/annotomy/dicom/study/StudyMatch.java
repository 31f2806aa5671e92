package org.annotomy.dicom.study;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Whether a study is among those that a query wants (PS3.4 C.2.2.2): texts without regard to case, with {@code *} and {@code ?}; a patient's
 * name also as people write it; days within a range.
 */
public final class StudyMatch implements Predicate<StudyRow> {

	private final StudyQuery query;
	private final Pattern name;
	private final Pattern id;
	private final Pattern description;
	private final Pattern accession;

	public StudyMatch(StudyQuery query) {
		this.query = query;
		this.name = pattern(query.patientName());
		this.id = pattern(query.patientId());
		this.description = pattern(query.description());
		this.accession = pattern(query.accession());
	}

	@Override
	public boolean test(StudyRow row) {
		PatientFacts patient = row.patient();
		return (matches(name, patient.name()) || matches(name, patient.readableName())) && matches(id, patient.id())
				&& matches(description, row.description()) && matches(accession, row.accession()) && isInRange(row.date())
				&& (query.modality().isEmpty() || row.modalities().contains(query.modality()));
	}

	private static boolean matches(Pattern pattern, String text) {
		return pattern == null || pattern.matcher(text).matches();
	}

	private boolean isInRange(String date) {
		if (query.dates().isEmpty()) return true;
		int hyphen = query.dates().indexOf('-');
		if (hyphen < 0) return date.equals(query.dates());
		String from = query.dates().substring(0, hyphen);
		String to = query.dates().substring(hyphen + 1);
		return date.matches("\\d{8}") && date.compareTo(from) >= 0 && (to.isEmpty() || date.compareTo(to) <= 0);
	}

	/** Null for a text that asks for nothing. */
	private static Pattern pattern(String wanted) {
		if (wanted.isEmpty()) return null;
		StringBuilder regex = new StringBuilder();
		for (String piece : wanted.replaceAll("\\*+", "*").toLowerCase(Locale.ROOT).split("(?=[*?])|(?<=[*?])"))
			regex.append(piece.equals("*") ? ".*" : piece.equals("?") ? "." : Pattern.quote(piece));
		return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
	}
}
