package org.annotomy.ui.tool;

import org.annotomy.imagej.session.OutlineEdits;

/** Takes away from the selected area; see {@link BrushTool}. */
public final class EraserTool extends BrushTool {

	public EraserTool() {
		super(OutlineEdits.Brush.SUBTRACT);
	}

	@Override
	public String getToolName() {
		return "Annotomy Eraser Tool";
	}

	@Override
	public String getToolIcon() {
		return "C037O11ccC999V33bbCfffL5bb5";
	}
}
