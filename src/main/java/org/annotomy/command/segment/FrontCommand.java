package org.annotomy.command.segment;

import java.util.List;

import org.annotomy.imagej.macro.PlaceText;
import org.annotomy.imagej.session.FrontEffects;
import org.annotomy.segmentation.levelset.FrontSpeed;
import org.annotomy.segmentation.levelset.StartBall;
import org.annotomy.segmentation.volume.Mask;
import org.scijava.plugin.Parameter;

/** A command whose segment is found by a front that moves from balls, or from the segment itself. */
abstract class FrontCommand extends SegmentCommand {

	@Parameter(label = "Places", persist = false, description = "Centres of the balls to start from: x,y,z triples separated by spaces; empty: from the voxels of the segment.")
	private String places = "";

	@Parameter(label = "Frame", persist = false, choices = {"patient",
			"voxels"}, description = "Patient: millimetres to the left, back and head (LPS); voxels: columns, rows and slices from 0, whole numbers at the centres.")
	private String frame = "patient";

	@Parameter(label = "Radius (mm)", persist = false, min = "0", max = "1000", description = "Of the balls to start from.")
	private double radius_mm = StartBall.USUAL_MM;

	@Parameter(label = "Radii (mm)", persist = false, description = "One for each place, separated by spaces, where the balls differ; empty: the radius for all of them.")
	private String radii_mm = "";

	@Parameter(label = "Farthest (mm)", persist = false, min = "0", description = "How far from its start it may come along each axis; 0: anywhere.")
	private double farthest_mm = FrontEffects.Start.USUAL_FARTHEST_MM;

	@Parameter(label = "Standard deviation (mm)", persist = false, min = "0", description = "For edges: of the Gaussian that smooths the image before.")
	private double sd_mm = 1;

	@Parameter(label = "Edge contrast", persist = false, min = "0", description = "For edges: the slope, in values per mm, at which the speed is a half; 0: three times the typical one where it starts, or what parts flat places from steep ones if that is less.")
	private double edge_contrast = 0;

	@Parameter(label = "Effect", persist = false, choices = {"replace", "add",
			"take away"}, description = "Replace: the segment gets these voxels and no others; add: they join it; take away: they leave it.")
	private String effect = "replace";

	final FrontEffects effects() {
		return new FrontEffects(session());
	}

	/** @throws IllegalArgumentException if places or radii are not written as such */
	final FrontEffects.Start start() {
		if (places.isBlank()) return new FrontEffects.Start(List.of(), farthest_mm);
		List<Double> radii = radii_mm.isBlank() ? List.of(radius_mm) : PlaceText.numbers(radii_mm, "Radii");
		return new FrontEffects.Start(
				StartBall.at(PlaceText.voxels(places, frame.equals("voxels"), session().source()), radii), farthest_mm);
	}

	final FrontSpeed edges(FrontSpeed.Kind kind) {
		return FrontSpeed.edges(kind, sd_mm, edge_contrast);
	}

	/** What the front has taken goes to the segment. */
	final void take(String name, Mask mask) {
		take(name, mask, effect);
	}
}
