package org.annotomy.command.segment;

import org.annotomy.imagej.macro.PlaceText;
import org.annotomy.segmentation.levelset.ContourModel;
import org.annotomy.segmentation.levelset.FrontArea;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;
import org.scijava.plugin.Parameter;

/** A command whose segment is found by a front that moves from balls, or from the segment itself. */
abstract class FrontCommand extends SegmentCommand {

	@Parameter(label = "Places", persist = false, description = "Centres of the balls to start from: x,y,z triples separated by spaces; empty: from the voxels of the segment.")
	private String places = "";

	@Parameter(label = "Frame", persist = false, choices = {"patient",
			"voxels"}, description = "Patient: millimetres to the left, back and head (LPS); voxels: columns, rows and slices from 0, whole numbers at the centres.")
	private String frame = "patient";

	@Parameter(label = "Radius (mm)", persist = false, min = "0", max = "1000", description = "Of the balls to start from.")
	private double radius_mm = 3;

	@Parameter(label = "Farthest (mm)", persist = false, min = "0", description = "How far from its start it may come along each axis; 0: anywhere.")
	private double farthest_mm = 50;

	@Parameter(label = "Standard deviation (mm)", persist = false, min = "0", description = "For edges: of the Gaussian that smooths the image before.")
	private double sd_mm = 1;

	@Parameter(label = "Edge contrast", persist = false, min = "0", description = "For edges: the slope, in values per mm, at which the speed is a half; 0: three times the typical one where it starts, or what parts flat places from steep ones if that is less.")
	private double edge_contrast = 0;

	@Parameter(label = "Effect", persist = false, choices = {"replace", "add",
			"take away"}, description = "Replace: the segment gets these voxels and no others; add: they join it; take away: they leave it.")
	private String effect = "replace";

	/** Moves the front; what it takes goes to the segment. */
	final void take(String name, Move move) {
		FrontArea area = places.isBlank()
				? FrontArea.mask(volume(), someVoxels(), farthest_mm)
				: FrontArea.balls(volume(), PlaceText.voxels(places, frame.equals("voxels"), session().source()), radius_mm,
						farthest_mm, progress().part(0, 0.05));
		take(name, move.of(area, progress().part(0.05, 0.7)), effect);
	}

	/** How a front moves. */
	@FunctionalInterface
	interface Move {
		Mask of(FrontArea area, Progress progress);
	}

	final ContourModel edges() {
		return ContourModel.edges(sd_mm, edge_contrast);
	}

	final ContourModel walls() {
		return ContourModel.walls(sd_mm, edge_contrast);
	}
}
