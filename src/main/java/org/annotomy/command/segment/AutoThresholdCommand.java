package org.annotomy.command.segment;

import java.util.Locale;

import org.annotomy.geometry.VoxelBox;
import org.annotomy.segmentation.threshold.AutoThreshold;
import org.annotomy.segmentation.threshold.Histogram;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Automatic thresholds. */
@Plugin(type = Command.class, visible = false, label = "Segment Auto Threshold...", description = "Finds the value that parts the volume in two by its histogram, and takes one side into a segment.")
public final class AutoThresholdCommand extends SegmentCommand {

	private static final int BINS = 4096;

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
	protected void execute() throws Exception {
		VoxelBox all = volume().size().box();
		Histogram histogram = Histogram.of(volume().values(all, progress().part(0, 0.3)), BINS, progress().part(0.3, 0.4));
		double value = AutoThreshold.valueOf(method.toUpperCase(Locale.ROOT)).of(histogram);
		double low = side.equals("above") ? Math.nextUp(value) : Double.NEGATIVE_INFINITY;
		double high = side.equals("above") ? Double.POSITIVE_INFINITY : value;
		take("Threshold by " + method, volume().range(all, low, high, progress().part(0.4, 0.7)), effect);
	}
}
