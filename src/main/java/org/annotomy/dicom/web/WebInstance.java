package org.annotomy.dicom.web;

import java.util.Optional;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomUid;
import org.annotomy.dicom.part10.Tag;

/**
 * One instance of a series, as a server lists it.
 *
 * @param number Instance Number, 0 if unknown
 * @param frames how many, 1 if unknown
 */
public record WebInstance(String sopUid, String sopClassUid, int number, int frames) {

	private static final int NUMBER = 0x00200013;
	private static final int FRAMES = 0x00280008;

	static Optional<WebInstance> of(DicomDataset row) {
		String uid = row.string(Tag.SOP_INSTANCE_UID, "");
		if (!DicomUid.isUsable(uid)) return Optional.empty();
		return Optional.of(new WebInstance(uid, row.string(Tag.SOP_CLASS_UID, ""), row.integer(NUMBER, 0),
				Math.max(1, row.integer(FRAMES, 1))));
	}
}
