package org.annotomy.interchange.segnrrd;

import java.util.Map;
import java.util.TreeMap;

import org.annotomy.annotation.model.Status;

/** The texts that Slicer keeps with a segment: {@code key:value|key:value|}, sorted by key. */
final class SegmentTags {

	/** Our segment's UUID: the link that survives a save by Slicer. */
	static final String UUID = "annotomy.uuid";
	/** Time point from 0, if not the first. */
	static final String TIME = "annotomy.time";
	/** Layer in the document, if it is not the one in the file. */
	static final String LAYER = "annotomy.layer";
	static final String TERMINOLOGY = "TerminologyEntry";
	static final String STATUS = "Segmentation.Status";

	private SegmentTags() {}

	static String format(Map<String, String> tags) {
		StringBuilder text = new StringBuilder();
		new TreeMap<>(tags).forEach((key, value) -> text.append(key).append(':').append(value).append('|'));
		return text.toString();
	}

	/** An entry without a colon is left out, as Slicer does. */
	static Map<String, String> parse(String text) {
		Map<String, String> tags = new TreeMap<>();
		for (String entry : text.split("\\|")) {
			int colon = entry.indexOf(':');
			if (colon > 0) tags.put(entry.substring(0, colon), entry.substring(colon + 1));
		}
		return tags;
	}

	/** Without the signs that have a meaning in tags and terminology entries, for which there is no escape. */
	static String plain(String text) {
		return text.replaceAll("[~^|&\\r\\n]", " ");
	}

	static String status(Status status) {
		return switch (status) {
			case DRAFT -> "inprogress";
			case FINAL -> "completed";
			case REJECTED -> "flagged";
		};
	}

	/** Not started, and unknown words, are drafts. */
	static Status status(String word) {
		return switch (word) {
			case "completed" -> Status.FINAL;
			case "flagged" -> Status.REJECTED;
			default -> Status.DRAFT;
		};
	}
}
