package org.annotomy.dicom.study;

import java.util.Optional;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomUid;
import org.annotomy.dicom.part10.Tag;

/**
 * One series of a study.
 *
 * @param modality such as {@code CT}
 * @param number Series Number, -1 if unknown
 * @param description free text: it may name the patient
 * @param images how many, -1 if unknown
 * @param frames how many all of them have, -1 if unknown
 * @param labels what is known of its annotations, in a word or two; empty if there are none or nothing is known
 * @param problem why it cannot be opened, a sentence; empty if nothing is known against it
 */
public record SeriesRow(String studyUid, String seriesUid, String modality, int number, String description, String bodyPart,
		int images, int frames, String labels, String problem) {

	private static final int DESCRIPTION = 0x0008103e;
	private static final int NUMBER = 0x00200011;
	private static final int IMAGES = 0x00201209;

	/** What a header or an answer of a server says; nothing if it has no valid Series Instance UID. */
	public static Optional<SeriesRow> of(String studyUid, DicomDataset dataset) {
		String uid = dataset.string(Tag.SERIES_INSTANCE_UID, "");
		if (!DicomUid.isUsable(uid)) return Optional.empty();
		return Optional.of(new SeriesRow(studyUid, uid, ShortText.of(dataset, Tag.MODALITY), dataset.integer(NUMBER, -1),
				ShortText.of(dataset, DESCRIPTION), ShortText.of(dataset, Tag.BODY_PART_EXAMINED),
				dataset.integer(IMAGES, -1), -1, "", ""));
	}

	public SeriesRow withLabels(String words) {
		return new SeriesRow(studyUid, seriesUid, modality, number, description, bodyPart, images, frames, words, problem);
	}

	public SeriesRow withProblem(String sentence) {
		return new SeriesRow(studyUid, seriesUid, modality, number, description, bodyPart, images, frames, labels, sentence);
	}

	/** Says nothing of the patient. */
	@Override
	public String toString() {
		return "a series";
	}
}
