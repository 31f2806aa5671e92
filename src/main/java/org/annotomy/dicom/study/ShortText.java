package org.annotomy.dicom.study;

import java.util.List;

import org.annotomy.dicom.part10.DicomDataset;

/** Values for a cell of a table: one line of bounded length. */
final class ShortText {

	private static final int MAX_LENGTH = 200;
	private static final int MAX_VALUES = 32;

	private ShortText() {}

	static String of(DicomDataset dataset, int tag) {
		return tame(dataset.string(tag, ""));
	}

	static List<String> all(DicomDataset dataset, int tag) {
		return dataset.strings(tag).stream().map(ShortText::tame).filter(text -> !text.isEmpty()).limit(MAX_VALUES).toList();
	}

	private static String tame(String text) {
		String start = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH - 1) + "…" : text;
		return start.replaceAll("\\p{Cntrl}+", " ").strip();
	}
}
