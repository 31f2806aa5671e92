package org.annotomy.dicom.transfer;

import java.nio.file.Path;
import java.util.List;

/**
 * What a retrieve has brought.
 *
 * @param present images that are in the folder now
 * @param received those that came now
 * @param missing those that the server lists but could not be had
 * @param notes for the user, a sentence or two each
 */
public record DownloadReport(Path folder, int present, int received, int missing, List<String> notes) {

	public DownloadReport {
		notes = List.copyOf(notes);
	}
}
