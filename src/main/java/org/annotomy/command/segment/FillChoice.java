package org.annotomy.command.segment;

import org.annotomy.geometry.Axis;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.session.SegmentPainting;

/** What an outline does to a segment, as options of a macro. */
final class FillChoice {

	private FillChoice() {}

	/**
	 * @param effect such as {@code erase outside}
	 * @param firstSlice from 1; 0 for the one on screen
	 * @param lastSlice from 1; 0 for the same as the first one
	 * @throws IllegalArgumentException if the image has no such slice
	 */
	static SegmentPainting.Fill of(String effect, Axis across, int firstSlice, int lastSlice, AnnotationSession session) {
		int first = SliceChoice.of(firstSlice, across, session);
		int last = lastSlice == 0 ? first : SliceChoice.of(lastSlice, across, session);
		return new SegmentPainting.Fill(effect.startsWith("erase"), effect.endsWith("outside"), across, first, last);
	}
}
