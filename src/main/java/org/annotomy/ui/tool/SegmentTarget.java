package org.annotomy.ui.tool;

import java.awt.Color;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.annotomy.annotation.model.Segment;
import org.annotomy.imagej.segment.SegmentStyle;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.view.SliceView;
import org.annotomy.imagej.session.EditingWords;
import org.annotomy.ui.edit.LongGesture;
import org.annotomy.ui.notice.NoticeBoard;
import org.annotomy.ui.notice.Notices;

import ij.ImagePlus;

/**
 * The segment that a tool works on.
 *
 * @param session of the image under the mouse
 * @param segment the current one
 */
record SegmentTarget(AnnotationSession session, Segment segment) {

	private static Optional<SegmentTarget> of(Optional<AnnotationSession> found) {
		return found.flatMap(session -> session.segments().current().map(segment -> new SegmentTarget(session, segment)));
	}

	/** Of any view of a volume; empty if the tool cannot work on it, nothing is told. */
	static Optional<SegmentTarget> ofView(ImagePlus view) {
		return of(SliceView.sessionOf(view));
	}

	/** As {@link #ofView}, and tells what is missing. */
	static Optional<SegmentTarget> ofViewOrTell(ImagePlus view) {
		return orTell(SliceView.sessionOf(view));
	}

	private static Optional<SegmentTarget> orTell(Optional<AnnotationSession> found) {
		Optional<SegmentTarget> target = of(found);
		Notices notices = NoticeBoard.find();
		if (found.isEmpty())
			notices.tell("Segment tools need an annotated image. Use Annotate Image... first.", true);
		else
			if (target.isEmpty()) notices.tell("There is no segment yet: add one in the Segments tab of the panel.", true);
			else if (target.get().segment().locked()) {
				notices.tell("The current segment is locked. Unlock it, or choose another one.", true);
				return Optional.empty();
			}
		return target;
	}

	/** White for what is taken away. */
	Color colour(boolean erases) {
		return erases ? Color.WHITE : new Color(SegmentStyle.rgb(segment, session.document().protocol()));
	}

	/** Runs a gesture; that it changed nothing is told, with the editing mask that may be the reason. */
	void make(BooleanSupplier gesture) {
		NoticeBoard.find().guard(() -> tell(gesture.getAsBoolean()));
	}

	/** For a gesture that takes longer; tells the same. */
	LongGesture slowly() {
		return new LongGesture(this::tell, words -> NoticeBoard.find().tell(words, true));
	}

	private void tell(boolean changed) {
		if (changed) return;
		String mask = EditingWords.of(session);
		NoticeBoard.find().tell("Nothing was changed." + (mask.isEmpty() ? "" : " The editing mask: " + mask + "."),
				!mask.isEmpty());
	}
}
