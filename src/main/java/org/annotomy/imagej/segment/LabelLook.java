package org.annotomy.imagej.segment;

import java.util.HashMap;
import java.util.Map;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.model.Segment;

/** The colours of the labels of one layer: what is not a visible segment has none. Labels are looked up run by run. */
final class LabelLook {

	private final Map<Integer, Segment> visible = new HashMap<>();
	private final Map<Integer, Integer> fills = new HashMap<>();

	LabelLook(AnnotationDocument document, int layer) {
		for (Segment segment : document.segments()) {
			if (segment.layer() != layer || !segment.visible()) continue;
			visible.put(segment.value(), segment);
			fills.put(segment.value(), SegmentStyle.argb(segment, document.protocol()));
		}
	}

	boolean isEmpty() { return visible.isEmpty(); }

	/** Null if the label is no visible segment. */
	Segment segment(int label) {
		return label == 0 ? null : visible.get(label);
	}

	/** 0xAARRGGBB; 0 if the label is no visible segment. */
	int fill(int label) {
		return label == 0 ? 0 : fills.getOrDefault(label, 0);
	}
}
