package org.annotomy.command.segment;

import org.annotomy.command.UsesSelection;
import org.annotomy.geometry.Axis;
import org.annotomy.imagej.RoiShapes;
import org.annotomy.imagej.session.SegmentPainting;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.gui.Roi;

/** Drawing and scissors. */
@Plugin(type = Command.class, visible = false, label = "Fill Selection Into Segment...", description = "Fills the drawn selection into a segment, or cuts it out: on one slice, or through a range of slices.")
public final class FillSelectionCommand extends SegmentCommand implements UsesSelection {

	@Parameter(label = "Effect", persist = false, choices = {"fill inside", "fill outside", "erase inside",
			"erase outside"}, description = "What joins or leaves the segment: the voxels inside or outside the selection.")
	private String effect = "fill inside";

	@Parameter(label = "First slice", persist = false, min = "0", description = "From 1; 0: the slice on screen.")
	private int first_slice = 0;

	@Parameter(label = "Last slice", persist = false, min = "0", description = "From 1; 0: the same as the first one.")
	private int last_slice = 0;

	@Override
	void work() throws Exception {
		Roi roi = image().getRoi();
		if (roi == null) throw new IllegalArgumentException("There is no selection to fill. Draw one first.");
		SegmentPainting.Fill fill = FillChoice.of(effect, Axis.Z, first_slice, last_slice, session());
		new SegmentPainting(session()).fill(segment().id(), RoiShapes.shapeOf(roi), fill, progress());
	}
}
