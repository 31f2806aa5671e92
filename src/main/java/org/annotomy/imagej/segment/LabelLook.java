package org.annotomy.imagej.segment;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.model.Segment;

/** The colours of the labels of one layer: what is not a segment to be shown has none. Labels are looked up run by run. */
final class LabelLook {

	private final Map<Integer, Segment> shown = new HashMap<>();
	private final Map<Integer, Integer> fills = new HashMap<>();

	/** @param isShown which segments are to be shown */
	LabelLook(AnnotationDocument document, int layer, Predicate<Segment> isShown) {
		for (Segment segment : document.segments()) {
			if (segment.layer() != layer || !isShown.test(segment)) continue;
			shown.put(segment.value(), segment);
			fills.put(segment.value(), SegmentStyle.argb(segment, document.protocol()));
		}
	}

	boolean isEmpty() { return shown.isEmpty(); }

	/** Null if the label is none of a segment that is shown. */
	Segment segment(int label) {
		return label == 0 ? null : shown.get(label);
	}

	/** 0xAARRGGBB; 0 if the label is none of a segment that is shown. */
	int fill(int label) {
		return label == 0 ? 0 : fills.getOrDefault(label, 0);
	}
}
