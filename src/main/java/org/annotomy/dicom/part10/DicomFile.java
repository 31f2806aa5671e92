package org.annotomy.dicom.part10;

import java.util.List;

/**
 * What a DICOM file holds.
 *
 * @param meta group 0002; empty if the file has none
 * @param dataset everything else
 * @param transferSyntax stated by the file or, where it does not say, guessed from its bytes
 * @param warnings what is odd about the file, one sentence each
 */
public record DicomFile(DicomDataset meta, DicomDataset dataset, String transferSyntax, List<String> warnings) {

	public DicomFile {
		warnings = List.copyOf(warnings);
	}
}
