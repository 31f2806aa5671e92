package org.annotomy.command.segment;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Thresholds. */
@Plugin(type = Command.class, visible = false, label = "Segment Threshold...", description = "Takes the voxels whose values lie in a range into a segment; both ends belong to the range.")
public final class ThresholdCommand extends SegmentCommand {

	@Parameter(label = "Lowest value", persist = false, required = false, description = "In the unit of the modality (HU of a CT); omitted: no lower end.")
	private Double lowest;

	@Parameter(label = "Highest value", persist = false, required = false, description = "In the unit of the modality; omitted: no upper end.")
	private Double highest;

	@Parameter(label = "Effect", persist = false, choices = {"replace", "add",
			"take away"}, description = "Replace: the segment gets these voxels and no others; add: they join it; take away: they leave it.")
	private String effect = "replace";

	@Override
	void work() throws Exception {
		if (lowest == null && highest == null)
			throw new IllegalArgumentException("A threshold needs a lowest or a highest value.");
		take("Threshold", volume().range(volume().size().box(), lowest == null ? Double.NEGATIVE_INFINITY : lowest,
				highest == null ? Double.POSITIVE_INFINITY : highest, progress().part(0, 0.5)), effect);
	}
}
