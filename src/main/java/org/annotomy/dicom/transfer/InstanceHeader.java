package org.annotomy.dicom.transfer;

import java.io.IOException;
import java.nio.file.Path;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomFileReader;
import org.annotomy.dicom.part10.DicomUid;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.image.ImageFormatException;

/** What a file says it is. */
record InstanceHeader(String sopUid, String sopClassUid, String seriesUid, String studyUid) {

	/** @throws ImageFormatException if it is no DICOM file, or its UIDs are missing or not valid */
	static InstanceHeader of(Path file) throws IOException {
		DicomDataset dataset = DicomFileReader.readHeader(file, Tag.SERIES_INSTANCE_UID).dataset();
		InstanceHeader header = new InstanceHeader(dataset.string(Tag.SOP_INSTANCE_UID, ""),
				dataset.string(Tag.SOP_CLASS_UID, ""),
				dataset.string(Tag.SERIES_INSTANCE_UID, ""), dataset.string(Tag.STUDY_INSTANCE_UID, ""));
		for (String uid : new String[]{header.sopUid, header.sopClassUid, header.seriesUid, header.studyUid})
			if (!DicomUid.isUsable(uid)) throw new ImageFormatException("A UID of the file is missing or not valid.");
		return header;
	}
}
