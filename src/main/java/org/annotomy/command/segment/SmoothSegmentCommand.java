package org.annotomy.command.segment;

import java.util.Locale;

import org.annotomy.segmentation.effect.MaskEffect;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Smoothing. */
@Plugin(type = Command.class, visible = false, label = "Smooth Segment...", description = "Smooths the surface of a segment.")
public final class SmoothSegmentCommand extends SegmentCommand {

	@Parameter(label = "Method", persist = false, choices = {"median", "opening", "closing",
			"gaussian"}, description = "Median: a voxel is what most around it are; opening: takes away what is thinner than the kernel; closing: fills gaps thinner than it; gaussian: rounds everything.")
	private String method = "median";

	@Parameter(label = "Kernel (mm)", persist = false, min = "0", max = "1000", description = "Diameter of the kernel; for gaussian the standard deviation.")
	private double kernel_mm = 3;

	@Override
	void work() throws Exception {
		apply(new MaskEffect.Smoothing(MaskEffect.SmoothingMethod.valueOf(method.toUpperCase(Locale.ROOT)), kernel_mm));
	}
}
