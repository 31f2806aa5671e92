package org.annotomy.imagej.session;

import java.util.NavigableMap;
import java.util.TreeMap;

import org.annotomy.annotation.model.Segment;
import org.annotomy.segmentation.segment.SegmentVoxels;
import org.annotomy.segmentation.volume.Mask;

/** A segment over time. */
public final class TimePoints {

	private TimePoints() {}

	/** Its voxels, by time point from 0; only of those at which it has any. */
	public static NavigableMap<Integer, Mask> masks(AnnotationSession session, Segment segment) {
		NavigableMap<Integer, Mask> masks = new TreeMap<>();
		for (int t = 0; t < session.source().timePoints(); t++) {
			Mask mask = new SegmentVoxels(session.document(), t).mask(segment);
			if (!mask.box().isEmpty()) masks.put(t, mask);
		}
		return masks;
	}
}
