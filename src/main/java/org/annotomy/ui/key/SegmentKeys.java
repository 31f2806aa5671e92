package org.annotomy.ui.key;

import java.awt.event.KeyEvent;
import java.util.List;

import org.annotomy.annotation.model.Segment;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.session.EditingWords;
import org.annotomy.segmentation.segment.EditingRules;
import org.annotomy.ui.edit.SegmentGestures;
import org.annotomy.ui.notice.NoticeBoard;
import org.annotomy.ui.tool.OutlineTool;
import org.annotomy.ui.tool.SegmentBrush;
import org.annotomy.ui.tool.SegmentPaintTool;
import org.annotomy.ui.tool.ToolHints;

import ij.gui.Toolbar;

/** What keys do in every view of a volume while a tool for segments is chosen. */
final class SegmentKeys {

	private final AnnotationSession session;
	/** Values outside of which nothing was edited before the mask was switched off; null for none. */
	private EditingRules masked;

	SegmentKeys(AnnotationSession session) {
		this.session = session;
	}

	/** Keys that an unfinished outline, or the brush, needs. @return whether the key meant something */
	boolean first(KeyEvent event) {
		if (Toolbar.getPlugInTool() instanceof OutlineTool outline) return switch (event.getKeyCode()) {
			case KeyEvent.VK_ENTER -> outline.finish();
			case KeyEvent.VK_BACK_SPACE, KeyEvent.VK_DELETE -> outline.takeBack();
			case KeyEvent.VK_ESCAPE -> outline.drop();
			default -> false;
		};
		if (!(Toolbar.getPlugInTool() instanceof SegmentPaintTool)) return false;
		char key = event.getKeyChar();
		if (key != '[' && key != ']') return false;
		scaleBrush(key == ']' ? ImageKeyActions.BRUSH_STEP : 1 / ImageKeyActions.BRUSH_STEP);
		return true;
	}

	/** Letters that no class of the protocol has. */
	boolean letter(KeyEvent event) {
		if (!ToolHints.isForSegments(Toolbar.getPlugInTool())) return false;
		switch (Character.toLowerCase(event.getKeyChar())) {
			case 'w' -> step(event.isShiftDown() ? -1 : 1);
			case 'i' -> toggleRange();
			default -> {
				return false;
			}
		}
		return true;
	}

	static void scaleBrush(double factor) {
		SegmentBrush.scale(factor);
		NoticeBoard.find().tell(SegmentBrush.words(), false);
	}

	/** The next or the previous segment becomes the current one. */
	private void step(int by) {
		List<Segment> segments = session.document().segments();
		if (segments.isEmpty()) return;
		int now = session.segments().current().map(segments::indexOf).orElse(0);
		Segment next = segments.get(Math.floorMod(now + by, segments.size()));
		NoticeBoard.find().guard(() -> new SegmentGestures(session).choose(next.id()));
		NoticeBoard.find().tell("Current segment: " + (next.name() == null ? "without a name" : next.name()), false);
	}

	/** Takes the range of values out of the editing mask, or puts it in again. */
	private void toggleRange() {
		EditingRules rules = session.segments().rules();
		SegmentGestures gestures = new SegmentGestures(session);
		if (rules.hasRange()) {
			masked = rules;
			gestures.rules(rules.withRange(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
			NoticeBoard.find().tell("Voxels of all values can be edited.", false);
		} else if (masked != null) {
			gestures.rules(rules.withRange(masked.lowest(), masked.highest()));
			NoticeBoard.find().tell("Editing mask: " + EditingWords.of(session) + ".", false);
		} else NoticeBoard.find().tell("The editing mask has no range of values yet: set one in the Segments tab.", true);
	}
}
