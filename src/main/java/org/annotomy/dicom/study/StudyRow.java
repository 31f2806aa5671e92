package org.annotomy.dicom.study;

import java.util.List;
import java.util.Optional;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomUid;
import org.annotomy.dicom.part10.Tag;

/**
 * One study.
 *
 * @param date as {@code YYYYMMDD}, or as the source has it; empty if unknown
 * @param time as {@code HHMMSS}; empty if unknown
 * @param description free text: it may name the patient
 * @param modalities such as {@code CT}
 * @param series how many, -1 if unknown
 * @param images how many, -1 if unknown
 */
public record StudyRow(String studyUid, PatientFacts patient, String date, String time, String description, String accession,
		List<String> modalities, int series, int images) {

	private static final int TIME = 0x00080030;
	private static final int ACCESSION = 0x00080050;
	private static final int MODALITIES = 0x00080061;
	private static final int DESCRIPTION = 0x00081030;
	private static final int SERIES = 0x00201206;
	private static final int IMAGES = 0x00201208;

	public StudyRow {
		modalities = List.copyOf(modalities);
	}

	/** What a header or an answer of a server says; nothing if it has no valid Study Instance UID. */
	public static Optional<StudyRow> of(DicomDataset dataset) {
		String uid = dataset.string(Tag.STUDY_INSTANCE_UID, "");
		if (!DicomUid.isUsable(uid)) return Optional.empty();
		List<String> modalities = ShortText.all(dataset, MODALITIES);
		if (modalities.isEmpty()) modalities = ShortText.all(dataset, Tag.MODALITY);
		return Optional.of(new StudyRow(uid, PatientFacts.of(dataset), date(dataset),
				ShortText.of(dataset, TIME), ShortText.of(dataset, DESCRIPTION), ShortText.of(dataset, ACCESSION), modalities,
				dataset.integer(SERIES, -1), dataset.integer(IMAGES, -1)));
	}

	/** Before 1993 dates were written with dots. */
	private static String date(DicomDataset dataset) {
		return ShortText.of(dataset, Tag.STUDY_DATE).replaceFirst("^(\\d{4})\\.(\\d\\d)\\.(\\d\\d)$", "$1$2$3");
	}

	/** The date as {@code YYYY-MM-DD} where it is one. */
	public String readableDate() {
		return date.matches("\\d{8}") ? date.substring(0, 4) + "-" + date.substring(4, 6) + "-" + date.substring(6) : date;
	}

	/** Says nothing of the patient. */
	@Override
	public String toString() {
		return "a study";
	}
}
