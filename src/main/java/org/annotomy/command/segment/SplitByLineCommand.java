package org.annotomy.command.segment;

import org.annotomy.command.UsesSelection;
import org.annotomy.geometry.Axis;
import org.annotomy.imagej.session.SegmentSplit;
import org.annotomy.segmentation.paint.Cut;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.gui.Roi;

/** Cutting along a line. */
@Plugin(type = Command.class, visible = false, label = "Split Segment By Line...", description = "Cuts a segment along the drawn line through all slices; what lies to the right of the line becomes a new segment.")
public final class SplitByLineCommand extends SegmentCommand implements UsesSelection {

	@Parameter(label = "New name", persist = false, description = "Of the part that is cut off; empty: none.")
	private String new_name = "";

	@Override
	void work() throws Exception {
		Roi roi = image().getRoi();
		if (roi == null || !roi.isLine())
			throw new IllegalArgumentException("Draw a line, polyline or free line across the segment first.");
		SegmentSplit.off(session(), segment(), Cut.rightOfLine(someVoxels(), SegmentSplit.line(roi), Axis.Z), new_name,
				progress());
	}
}
