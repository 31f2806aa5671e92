package org.annotomy.ui.tool;

/** Cuts out of the current segment through all slices; see {@link SegmentDrawTool}. With Shift it cuts the slice on screen only. */
public final class SegmentScissorsTool extends SegmentDrawTool {

	public SegmentScissorsTool() {
		super(true);
	}

	@Override
	public String getToolName() {
		return "Annotomy Segment Scissors Tool";
	}

	@Override
	public String getToolIcon() {
		return "C037O1144O1b44L55ffL5beb";
	}
}
