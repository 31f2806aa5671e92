package org.annotomy.dicom.part10;

import java.util.List;

/**
 * The items of an SQ element.
 *
 * @param delimited whether the file ended it with a delimiter instead of stating a length; it is written back the same way
 */
public record ItemSequence(List<DicomDataset> items, boolean delimited) implements DicomValue {

	public ItemSequence {
		items = List.copyOf(items);
	}

	/** Items that are written with stated lengths. */
	public ItemSequence(List<DicomDataset> items) {
		this(items, false);
	}
}
