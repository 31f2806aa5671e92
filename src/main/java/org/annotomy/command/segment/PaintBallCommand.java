package org.annotomy.command.segment;

import java.util.List;

import org.annotomy.geometry.Position;
import org.annotomy.imagej.macro.PlaceText;
import org.annotomy.imagej.session.SegmentPainting;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Balls and tubes at given places. */
@Plugin(type = Command.class, visible = false, label = "Paint Ball...", description = "Paints a ball into a segment, or a tube along several places, or erases them.")
public final class PaintBallCommand extends SegmentCommand {

	@Parameter(label = "Places", persist = false, description = "The middle of the ball, or places that a tube joins: x,y,z triples separated by spaces.")
	private String places;

	@Parameter(label = "Frame", persist = false, choices = {"patient",
			"voxels"}, description = "Patient: millimetres to the left, back and head (LPS); voxels: columns, rows and slices from 0, whole numbers at the centres.")
	private String frame = "patient";

	@Parameter(label = "Radius (mm)", persist = false, min = "0", max = "10000", description = "Of the ball.")
	private double radius_mm = 5;

	@Parameter(label = "Effect", persist = false, choices = {"add",
			"take away"}, description = "Whether voxels join the segment or leave it.")
	private String effect = "add";

	@Override
	void work() throws Exception {
		List<Position> path = PlaceText.voxels(places, frame.equals("voxels"), session().source());
		new SegmentPainting(session()).ball(segment().id(), path, radius_mm, !effect.equals("add"), progress());
	}
}
