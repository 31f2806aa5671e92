package org.annotomy.command.segment;

import java.util.Locale;

import org.annotomy.segmentation.effect.MaskEffect;
import org.annotomy.segmentation.morphology.ShellPlace;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Hollow segments. */
@Plugin(type = Command.class, visible = false, label = "Hollow Segment...", description = "Leaves a shell of a segment.")
public final class HollowCommand extends SegmentCommand {

	@Parameter(label = "Thickness (mm)", persist = false, min = "0", max = "1000", description = "Of the shell, in whole voxels.")
	private double thickness_mm = 3;

	@Parameter(label = "Surface", persist = false, choices = {"inside", "medial",
			"outside"}, description = "What the surface of the segment becomes: the inside of the shell (it grows outwards), its middle, or its outside.")
	private String surface = "inside";

	@Override
	void work() throws Exception {
		apply(new MaskEffect.Shell(thickness_mm, ShellPlace.valueOf(surface.toUpperCase(Locale.ROOT) + "_SURFACE")));
	}
}
