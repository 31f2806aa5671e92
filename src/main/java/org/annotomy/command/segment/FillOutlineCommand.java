package org.annotomy.command.segment;

import java.util.Locale;

import org.annotomy.geometry.Axis;
import org.annotomy.imagej.macro.PathText;
import org.annotomy.imagej.session.SegmentPainting;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Drawing and scissors. */
@Plugin(type = Command.class, visible = false, label = "Fill Outline Into Segment...", description = "Fills an outline into a segment, or cuts it out, across any axis: on one slice, or through a range of slices.")
public final class FillOutlineCommand extends SegmentCommand {

	@Parameter(label = "Path", persist = false, description = "The corners of the outline, in pixels of the slice: x,y pairs separated by spaces, such as 10,20 30.5,40 20,50.")
	private String points;

	@Parameter(label = "Effect", persist = false, choices = {"fill inside", "fill outside", "erase inside",
			"erase outside"}, description = "What joins or leaves the segment: the voxels inside or outside the outline.")
	private String effect = "fill inside";

	@Parameter(label = "Across", persist = false, choices = {"z", "y",
			"x"}, description = "The axis that the slices lie across: z for slices as they are stored (columns x, rows y), y (columns x, rows z), x (columns y, rows z).")
	private String across = "z";

	@Parameter(label = "First slice", persist = false, min = "0", description = "From 1; 0: the slice on screen.")
	private int first_slice = 0;

	@Parameter(label = "Last slice", persist = false, min = "0", description = "From 1; 0: the same as the first one.")
	private int last_slice = 0;

	@Override
	void work() throws Exception {
		Axis axis = Axis.valueOf(across.toUpperCase(Locale.ROOT));
		SegmentPainting.Fill fill = FillChoice.of(effect, axis, first_slice, last_slice, session());
		new SegmentPainting(session()).fill(segment().id(), SegmentPainting.outline(PathText.parse(points)), fill, progress());
	}
}
