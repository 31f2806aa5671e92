package org.annotomy.dicom.study;

import java.util.List;

/**
 * Studies that were found.
 *
 * @param more whether there are more than were asked for
 */
public record FoundStudies(List<StudyRow> rows, boolean more) {

	public FoundStudies {
		rows = List.copyOf(rows);
	}
}
