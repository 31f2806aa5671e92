package org.annotomy.dicom.study;

import java.util.Locale;

/**
 * What studies are wanted. An empty member asks for nothing. {@code *} stands for any characters and {@code ?} for one.
 *
 * @param patientName as stored or a pattern; how names are compared is up to the source
 * @param dates a day {@code YYYYMMDD}, or {@code from-to} with one end open if wanted
 * @param modality such as {@code CT}
 * @param description a pattern for the Study Description
 * @param most rows at most
 */
public record StudyQuery(String patientName, String patientId, String dates, String modality, String description,
		String accession,
		int most) {

	/** Rows that are asked for where nobody says how many. */
	public static final int USUAL = 500;
	/** All studies. */
	public static final StudyQuery ALL = new StudyQuery("", "", "", "", "", "", USUAL);

	private static final int MAX_ROWS = 100_000;
	private static final int MAX_TEXT = 200;

	/** @throws IllegalArgumentException if something cannot be asked for; the message does not repeat it */
	public StudyQuery {
		patientName = clean(patientName, "The patient's name");
		patientId = clean(patientId, "The patient's ID");
		description = clean(description, "The description");
		accession = clean(accession, "The accession number");
		dates = dates(dates);
		modality = modality.strip().toUpperCase(Locale.ROOT);
		if (!modality.matches("[A-Z0-9_ ]{0,16}"))
			throw new IllegalArgumentException("A modality is a word such as CT, MR or MG.");
		if (most < 1 || most > MAX_ROWS)
			throw new IllegalArgumentException("Between 1 and " + MAX_ROWS + " studies can be asked for.");
	}

	/**
	 * This query for a server that understands only plain characters in addresses: {@code *} stands in for all others. What it finds is to be
	 * held against {@link StudyMatch}.
	 *
	 * @return this query if it has only plain characters
	 */
	public StudyQuery widened() {
		return new StudyQuery(wide(patientName), wide(patientId), dates, modality, wide(description), wide(accession), most);
	}

	private static String wide(String text) {
		return text.replaceAll("[^A-Za-z0-9._~*?-]+", "*").replaceAll("\\*+", "*");
	}

	private static String clean(String text, String what) {
		String asked = text.strip();
		if (asked.length() > MAX_TEXT || asked.chars().anyMatch(c -> c < 0x20 || c == '\\'))
			throw new IllegalArgumentException(what + " is too long, or holds a backslash or a control character.");
		return asked;
	}

	/** Days may be given with hyphens as in {@code 2024-01-31}; then a range is divided by two points or blanks. */
	private static String dates(String text) {
		String range = text.strip().replaceAll("(\\d{4})-(\\d\\d)-(\\d\\d)", "$1$2$3").replaceAll("\\s*(?:\\.\\.|\\s|-)\\s*",
				"-");
		if (!range.matches("|\\d{8}|\\d{8}-|-\\d{8}|\\d{8}-\\d{8}"))
			throw new IllegalArgumentException(
					"A date is written 20240131, or from and to as in 20240101-20240131, with one of them left out if wanted.");
		return range;
	}

	/** Says nothing of the patient. */
	@Override
	public String toString() {
		return "a query";
	}
}
