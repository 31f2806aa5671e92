package org.annotomy.command.segment;

import org.annotomy.geometry.Position;
import org.annotomy.imagej.macro.PlaceText;
import org.annotomy.segmentation.lesion.LesionRegion;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Menu entry for {@link LesionRegion}. */
@Plugin(type = Command.class, visible = false, label = "Segment Lesion...", description = "Finds a lesion from its middle and half its longest diameter: values nearer to those of its core than to those of the tissues around.")
public final class SegmentLesionCommand extends SegmentCommand {

	@Parameter(label = "Place", persist = false, description = "The middle of the lesion, written as x,y,z.")
	private String place;

	@Parameter(label = "Frame", persist = false, choices = {"patient",
			"voxels"}, description = "Patient: millimetres to the left, back and head (LPS); voxels: columns, rows and slices from 0, whole numbers at the centres.")
	private String frame = "patient";

	@Parameter(label = "Radius (mm)", persist = false, min = "0", max = "1000", description = "Half the longest diameter; nothing outside this ball is taken.")
	private double radius_mm = 10;

	@Parameter(label = "Smoothing (mm)", persist = false, min = "0", max = "100", description = "Sides of the box whose majority decides; 0: none.")
	private double smoothing_mm = 3;

	@Parameter(label = "Effect", persist = false, choices = {"replace", "add",
			"take away"}, description = "Replace: the segment gets these voxels and no others; add: they join it; take away: they leave it.")
	private String effect = "replace";

	@Override
	void work() throws Exception {
		Position middle = PlaceText.one(place, frame.equals("voxels"), session().source());
		take("Segment lesion", new LesionRegion(volume(), middle, radius_mm).voxels(smoothing_mm, progress().part(0, 0.7)),
				effect);
	}
}
