package org.annotomy.command.segment;

import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;

import org.annotomy.imagej.session.TimePoints;
import org.annotomy.segmentation.interpolation.Keyframes;
import org.annotomy.segmentation.interpolation.Matching;
import org.annotomy.segmentation.volume.Mask;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Menu entry for {@link Keyframes}. */
@Plugin(type = Command.class, visible = false, label = "Propagate Key Frames...", description = "Gives a segment voxels at the time points between those at which it was segmented: shapes in between, or the last one held.")
public final class PropagateKeyframesCommand extends SegmentCommand {

	@Parameter(label = "Method", persist = false, choices = {"between",
			"hold"}, description = "Between: from shape to shape, nothing before the first and after the last; hold: the shape of the last time point before, to the end.")
	private String method = "between";

	@Parameter(label = "Matching", persist = false, choices = {"parts",
			"whole"}, description = "For between. Parts: each part with the parts that it overlaps; whole: all voxels at one time with all at the next.")
	private String matching = "parts";

	@Override
	void work() throws Exception {
		NavigableMap<Integer, Mask> keys = TimePoints.masks(session(), segment());
		Map<Integer, Mask> found = method.equals("hold")
				? Keyframes.hold(keys, session().source().timePoints() - 1)
				: Keyframes.between(keys, Matching.valueOf(matching.toUpperCase(Locale.ROOT)), volume().spacing(),
						volume().size().box(), progress().part(0, 0.6));
		if (found.isEmpty())
			throw new IllegalArgumentException(
					"There is no time point to fill: the segment has voxels at " + keys.size()
							+ " of them. Segment it at others first.");
		desk().edits().replaceAt("Propagate key frames", segment().id(), found, progress().part(0.6, 1));
	}
}
