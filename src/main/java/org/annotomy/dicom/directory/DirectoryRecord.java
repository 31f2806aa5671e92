package org.annotomy.dicom.directory;

import java.util.List;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.Tag;

/**
 * A patient, study, series or object of a DICOMDIR.
 *
 * @param type such as {@code PATIENT}, {@code STUDY}, {@code SERIES}, {@code IMAGE}; empty if it is not stated
 * @param attributes what the record says of it
 * @param children what lies below
 */
public record DirectoryRecord(String type, DicomDataset attributes, List<DirectoryRecord> children) {

	public DirectoryRecord {
		children = List.copyOf(children);
	}

	/** The file's name, folder by folder from that of the DICOMDIR; empty if the record has no file. Not to be trusted: see {@link FileSet}. */
	public List<String> fileId() {
		return attributes.strings(Tag.REFERENCED_FILE_ID);
	}

	/** The SOP instance of the file; empty if it is not stated. */
	public String sopInstanceUid() {
		return attributes.string(Tag.REFERENCED_SOP_INSTANCE_UID_IN_FILE, "");
	}
}
