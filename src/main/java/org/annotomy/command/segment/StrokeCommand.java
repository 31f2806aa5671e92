package org.annotomy.command.segment;

import org.annotomy.imagej.macro.PathText;
import org.annotomy.imagej.session.SegmentPainting;
import org.scijava.plugin.Parameter;

/** A command that does what a round brush does on a slice. */
abstract class StrokeCommand extends SliceCommand {

	@Parameter(label = "Path", persist = false, description = "Where the middle of the brush goes, in pixels of the slice: x,y pairs separated by spaces, such as 10,20 30.5,40.")
	private String points;

	@Parameter(label = "Radius (mm)", persist = false, min = "0", max = "10000", description = "Of the brush; on voxels that are no cubes it stays round in millimetres.")
	private double radius_mm = 5;

	@Parameter(label = "Tip", persist = false, choices = {"disc",
			"ball"}, description = "Disc: on one slice only; ball: on slices nearby too.")
	private String tip = "disc";

	final SegmentPainting.Stroke stroke(boolean erases) {
		return new SegmentPainting.Stroke(axis(), slice(), PathText.parse(points), radius_mm, tip.equals("ball"), erases);
	}
}
