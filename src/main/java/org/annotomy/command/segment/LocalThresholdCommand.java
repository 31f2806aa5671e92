package org.annotomy.command.segment;

import java.util.Locale;

import org.annotomy.geometry.VoxelBox;
import org.annotomy.segmentation.threshold.LocalThreshold;
import org.annotomy.segmentation.volume.Mask;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Local thresholds. */
@Plugin(type = Command.class, visible = false, label = "Segment Local Threshold...", description = "Takes voxels that are brighter than their surroundings into a segment.")
public final class LocalThresholdCommand extends SegmentCommand {

	@Parameter(label = "Method", persist = false, choices = {"mean", "niblack",
			"sauvola"}, description = "Mean of the box around the voxel; Niblack: mean less k standard deviations; Sauvola: mean times (1 + k (deviation / r - 1)), for values of 0 and more.")
	private String method = "mean";

	@Parameter(label = "Radius (mm)", persist = false, min = "0", max = "10000", description = "How far the box reaches to each side.")
	private double radius_mm = 10;

	@Parameter(label = "Weight k", persist = false, description = "For Niblack and Sauvola.")
	private double k = 0.2;

	@Parameter(label = "Largest deviation r", persist = false, description = "For Sauvola: half the range of values.")
	private double r = 128;

	@Parameter(label = "Effect", persist = false, choices = {"replace", "add",
			"take away"}, description = "Replace: the segment gets these voxels and no others; add: they join it; take away: they leave it.")
	private String effect = "replace";

	@Override
	void work() throws Exception {
		LocalThreshold threshold = new LocalThreshold(LocalThreshold.Method.valueOf(method.toUpperCase(Locale.ROOT)), k, r);
		VoxelBox all = volume().size().box();
		byte[] brighter = threshold.of(volume().values(all, progress().part(0, 0.3)), all.size(), volume().spacing(), radius_mm,
				progress().part(0.3, 0.7));
		take("Local threshold", new Mask(all, brighter), effect);
	}
}
