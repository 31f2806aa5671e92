package org.annotomy.dicom.part10;

import java.util.List;

/** The items of an SQ element. */
public record ItemSequence(List<DicomDataset> items) implements DicomValue {

	public ItemSequence {
		items = List.copyOf(items);
	}
}
