package org.annotomy.ui.tool;

import java.awt.event.InputEvent;

import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.session.EditingWords;

import ij.plugin.tool.PlugInTool;

/** What the segment tools will do now, in words, and what holds them back. */
final class SegmentHints {

	private SegmentHints() {}

	static String of(AnnotationSession session, PlugInTool tool, int modifiers) {
		if (session.segments().current().isEmpty()) return "Add a segment first, in the Segments tab";
		String name = session.segments().current().map(s -> s.name() == null ? "the current segment" : s.name()).orElse("");
		String mask = EditingWords.of(session);
		String does = does(tool, name, modifiers);
		return (mask.isEmpty() ? "" : "Editing mask: " + mask + " · ") + does;
	}

	private static String does(PlugInTool tool, String name, int modifiers) {
		boolean alt = holds(modifiers, InputEvent.ALT_DOWN_MASK);
		if (tool instanceof SegmentPushTool)
			return "Press inside " + name + " and drag to push its border outwards, outside to push it inwards"
					+ (SegmentBrush.isBall() != holds(modifiers, InputEvent.SHIFT_DOWN_MASK) ? ", with a ball" : "")
					+ " · [ and ] change the greatest size";
		if (tool instanceof SegmentPaintTool brush) return brush(brush, name, modifiers);
		if (tool instanceof SegmentLevelTool)
			return "Click " + (alt ? "takes what is outlined away from " : "adds what is outlined to ") + name
					+ " · Alt takes away";
		if (tool instanceof SegmentWireTool)
			return "Click along the edge, double click or Enter to close: what lies inside " + (alt ? "leaves " : "joins ") + name
					+ " · Backspace takes a click back · Alt takes away";
		return draw((SegmentDrawTool) tool, name, modifiers);
	}

	/** Whether a tool changes segments. */
	static boolean isFor(PlugInTool tool) {
		return tool instanceof SegmentPaintTool || tool instanceof OutlineTool || tool instanceof SegmentLevelTool;
	}

	private static String brush(SegmentPaintTool tool, String name, int modifiers) {
		boolean erases = tool.erases() != holds(modifiers, InputEvent.ALT_DOWN_MASK);
		boolean ball = SegmentBrush.isBall() != holds(modifiers, InputEvent.SHIFT_DOWN_MASK);
		return "Drag " + (erases ? "erases from " : "paints ") + name + (ball ? " with a ball" : " on this slice")
				+ (tool instanceof SegmentEdgeBrushTool ? ", up to edges" : "") + " · Alt "
				+ (tool.erases() ? "paints" : "erases") + " · Shift "
				+ (SegmentBrush.isBall() ? "this slice only" : "a ball") + " · [ and ] change the size";
	}

	private static String draw(SegmentDrawTool tool, String name, int modifiers) {
		boolean cuts = tool.cuts() != holds(modifiers, InputEvent.ALT_DOWN_MASK);
		boolean through = tool.cuts() != holds(modifiers, InputEvent.SHIFT_DOWN_MASK);
		String where = holds(modifiers, InputEvent.CTRL_DOWN_MASK) ? "what lies outside" : "what lies inside";
		return "Drag an outline, or click its corners and double click: " + where + (cuts ? " leaves " : " joins ") + name
				+ (through ? " on all slices" : " on this slice") + " · Alt " + (tool.cuts() ? "fills" : "cuts out")
				+ " · Ctrl takes the outside · Shift " + (tool.cuts() ? "this slice only" : "all slices");
	}

	private static boolean holds(int modifiers, int mask) {
		return (modifiers & mask) != 0;
	}
}
