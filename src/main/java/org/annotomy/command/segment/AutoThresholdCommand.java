package org.annotomy.command.segment;

import org.annotomy.imagej.session.SegmentEffects;
import java.util.Locale;

import org.annotomy.segmentation.threshold.AutoThreshold;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Automatic thresholds. */
@Plugin(type = Command.class, visible = false, label = "Segment Auto Threshold...", description = "Finds the value that parts the volume in two by its histogram, and takes one side into a segment.")
public final class AutoThresholdCommand extends SegmentCommand {

	@Parameter(label = "Method", persist = false, choices = {"otsu", "isodata", "minimum_error", "moments", "li",
			"maximum_entropy", "renyi_entropy", "shanbhag", "yen", "huang",
			"triangle"}, description = "How the value is found; see the page on segmentation.")
	private String method = "otsu";

	@Parameter(label = "Side", persist = false, choices = {"above",
			"below"}, description = "Above: voxels with more than the value; below: those with the value or less.")
	private String side = "above";

	@Parameter(label = "Effect", persist = false, choices = {"replace", "add",
			"take away"}, description = "Replace: the segment gets these voxels and no others; add: they join it; take away: they leave it.")
	private String effect = "replace";

	@Override
	void work() throws Exception {
		SegmentEffects effects = new SegmentEffects(session());
		double value = effects.threshold(AutoThreshold.valueOf(method.toUpperCase(Locale.ROOT)), progress().part(0, 0.4));
		double[] range = SegmentEffects.rangeBeside(value, side.equals("above"));
		take("Threshold by " + method, effects.range(range[0], range[1], progress().part(0.4, 0.7)), effect);
	}
}
