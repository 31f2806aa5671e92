package org.annotomy.command.segment;

import java.util.Locale;

import org.annotomy.geometry.Axis;
import org.annotomy.imagej.macro.PathText;
import org.annotomy.imagej.session.SegmentPainting;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** What the segment brush does. */
@Plugin(type = Command.class, visible = false, label = "Paint Segment...", description = "Paints voxels into a segment with a round brush, or erases them, as the segment brush does.")
public final class PaintSegmentCommand extends SegmentCommand {

	@Parameter(label = "Path", persist = false, description = "Where the middle of the brush goes, in pixels of the slice: x,y pairs separated by spaces, such as 10,20 30.5,40.")
	private String path;

	@Parameter(label = "Radius (mm)", persist = false, min = "0", max = "10000", description = "Of the brush; on voxels that are no cubes it stays round in millimetres.")
	private double radius_mm = 5;

	@Parameter(label = "Tip", persist = false, choices = {"disc",
			"ball"}, description = "Disc: on one slice only; ball: on slices nearby too.")
	private String tip = "disc";

	@Parameter(label = "Effect", persist = false, choices = {"add",
			"take away"}, description = "Whether voxels join the segment or leave it.")
	private String effect = "add";

	@Parameter(label = "Across", persist = false, choices = {"z", "y",
			"x"}, description = "The axis that the slice lies across: z for slices as they are stored (columns x, rows y), y (columns x, rows z), x (columns y, rows z).")
	private String across = "z";

	@Parameter(label = "Slice", persist = false, min = "0", description = "From 1; 0: the slice on screen.")
	private int slice = 0;

	@Override
	protected void execute() throws Exception {
		Axis axis = Axis.valueOf(across.toUpperCase(Locale.ROOT));
		SegmentPainting.Stroke stroke = new SegmentPainting.Stroke(axis, SliceChoice.of(slice, axis, session()),
				PathText.parse(path),
				radius_mm, tip.equals("ball"), !effect.equals("add"));
		new SegmentPainting(session()).paint(segment().id(), stroke, progress());
	}
}
