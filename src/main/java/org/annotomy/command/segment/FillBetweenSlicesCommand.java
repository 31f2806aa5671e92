package org.annotomy.command.segment;

import org.annotomy.imagej.session.SegmentEffects;
import java.util.Locale;

import org.annotomy.geometry.Axis;
import org.annotomy.segmentation.interpolation.Matching;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Interpolation. */
@Plugin(type = Command.class, visible = false, label = "Fill Between Slices...", description = "Fills the slices between those on which segments were drawn, from shape to shape; nothing is added before the first and after the last.")
public final class FillBetweenSlicesCommand extends SegmentsCommand {

	@Parameter(label = "Across", persist = false, choices = {"z", "y",
			"x"}, description = "The axis that the slices lie across: z for slices as they are stored (columns x, rows y), y (columns x, rows z), x (columns y, rows z).")
	private String across = "z";

	@Parameter(label = "Matching", persist = false, choices = {"parts",
			"whole"}, description = "Parts: each part with the parts that it overlaps, which moves and branches well; whole: all that is drawn on one slice with all on the next.")
	private String matching = "parts";

	@Override
	void work() throws Exception {
		Matching how = Matching.valueOf(matching.toUpperCase(Locale.ROOT).replace(' ', '_'));
		new SegmentEffects(session()).applyBetween(found(),
				new SegmentEffects.Between(Axis.valueOf(across.toUpperCase(Locale.ROOT)), how), progress());
	}
}
