package org.annotomy.dicom.part10;

import java.util.List;

/**
 * A DICOMDIR as it is in the file.
 *
 * @param records the items of the Directory Record Sequence, in the order of the file
 * @param offsets where each of them begins, from the beginning of the file
 */
public record DirectoryFile(DicomFile file, List<DicomDataset> records, List<Long> offsets) {

	public DirectoryFile {
		records = List.copyOf(records);
		offsets = List.copyOf(offsets);
	}
}
