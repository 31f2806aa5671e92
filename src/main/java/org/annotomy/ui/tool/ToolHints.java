package org.annotomy.ui.tool;

import java.awt.event.InputEvent;
import java.util.Optional;

import org.annotomy.imagej.session.AnnotationSession;

import ij.gui.Toolbar;
import ij.plugin.tool.PlugInTool;

/** What the mouse will do now, in words: with the tool that is chosen and the modifiers that are held. */
public final class ToolHints {

	private ToolHints() {}

	/** @param modifiers those held, as {@link InputEvent#getModifiersEx} gives them */
	public static String of(AnnotationSession session, int modifiers) {
		Optional<String> readOnly = session.document().readOnlyReason();
		if (readOnly.isPresent()) return "Read-only: " + readOnly.get();
		if (OutlineEditing.of(session).map(OutlineEditing::isActive).orElse(false))
			return "Drag the handles to change the outline · Enter applies it · Esc leaves the object as it was";
		PlugInTool tool = Toolbar.getPlugInTool();
		if (tool instanceof BrushTool brush) return brush.erases() ? eraser(session) : brush(session, modifiers);
		if (tool instanceof WandTool)
			return "Click or drag selects what looks alike · Shift adds · Alt takes away · Ctrl exactly this colour · Enter marks it";
		if (tool instanceof SelectTool) return select(modifiers);
		if (SegmentHints.isFor(tool)) return SegmentHints.of(session, tool, modifiers);
		if (tool instanceof StartPlacesTool)
			return "Click sets a place to start from · drag gives its radius · Alt+click on one takes it out";
		if (tool instanceof CrosshairTool) return "Click or drag moves the crosshair in all views of the volume";
		return imageJ(session, Toolbar.getToolId());
	}

	/** Whether a tool changes segments. */
	public static boolean isForSegments(PlugInTool tool) {
		return SegmentHints.isFor(tool);
	}

	private static String eraser(AnnotationSession session) {
		return session.selection().isEmpty()
				? "Select an area first: the eraser takes away from the selected one"
				: "Drag takes away from the selected area · [ and ] change the size";
	}

	private static String brush(AnnotationSession session, int modifiers) {
		boolean shift = (modifiers & InputEvent.SHIFT_DOWN_MASK) != 0;
		boolean none = session.selection().isEmpty();
		if ((modifiers & InputEvent.ALT_DOWN_MASK) != 0)
			return none ? "Alt erases from the selected area: select one first" : "Alt: drag takes away from the selected area";
		if (shift && (modifiers & InputEvent.CTRL_DOWN_MASK) != 0)
			return none
					? "Ctrl+Shift: drag paints a new area that keeps off all others"
					: "Ctrl+Shift: drag extends the selected area and keeps off all others";
		if (shift)
			return none
					? "Drag paints a new area; Shift extends the selected one, and none is"
					: "Shift: drag extends the selected area from anywhere";
		return none
				? "Drag paints a new area · Ctrl+Shift keeps off others · [ and ] change the size"
				: "Drag paints a new area · starting in the selected one extends it · Alt erases · Shift extends from anywhere"
						+ " · Ctrl+Shift avoids others";
	}

	private static String select(int modifiers) {
		return (modifiers & InputEvent.SHIFT_DOWN_MASK) != 0
				? "Shift: click adds an object to the selection or takes it out"
				: "Click selects · Shift+click selects more · drag moves · double click edits the outline · right click opens a menu";
	}

	private static String imageJ(AnnotationSession session, int tool) {
		if (tool == Toolbar.HAND) return "Drag moves the image";
		if (tool == Toolbar.MAGNIFIER) return "Click zooms in · Alt+click zooms out";
		if (session.image().getRoi() != null)
			return "A class letter or Enter marks the selection · Shift adds to it · Alt takes away from it";
		if (tool == Toolbar.POINT) return "Click, then a class letter or Enter marks the point";
		if (tool == Toolbar.WAND) return "Click, then a class letter or Enter marks what the wand took";
		boolean draws = tool >= Toolbar.RECTANGLE && tool <= Toolbar.TEXT || tool == Toolbar.ANGLE;
		return draws
				? "Draw, then a class letter or Enter marks it"
				: "Choose a selection tool, the brush or the select tool to annotate";
	}
}
