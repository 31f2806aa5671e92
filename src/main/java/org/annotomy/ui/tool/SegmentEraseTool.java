package org.annotomy.ui.tool;

/** Takes voxels away from the current segment; see {@link SegmentPaintTool}. */
public final class SegmentEraseTool extends SegmentPaintTool {

	public SegmentEraseTool() {
		super(true);
	}

	@Override
	public String getToolName() {
		return "Annotomy Segment Erase Tool";
	}

	@Override
	public String getToolIcon() {
		return "C0a5V1199C037O1199CfffV7777C037O7777";
	}
}
