package org.annotomy.command.segment;

import java.util.Arrays;

import org.annotomy.geometry.VoxelBox;
import org.annotomy.segmentation.threshold.AutoThreshold;
import org.annotomy.segmentation.threshold.Histogram;
import org.annotomy.segmentation.threshold.MultiOtsu;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Menu entry for {@link MultiOtsu}. */
@Plugin(type = Command.class, visible = false, label = "Segment Otsu Class...", description = "Parts the values of the volume into several classes by their histogram, and takes one of them into a segment.")
public final class OtsuClassesCommand extends SegmentCommand {

	@Parameter(label = "Classes", persist = false, min = "2", max = "10", description = "Into how many classes values are parted.")
	private int class_count = 3;

	@Parameter(label = "Number of the class", persist = false, min = "0", max = "10", description = "From 1 for the lowest values; 0: that of the highest.")
	private int number = 0;

	@Parameter(label = "Effect", persist = false, choices = {"replace", "add",
			"take away"}, description = "Replace: the segment gets these voxels and no others; add: they join it; take away: they leave it.")
	private String effect = "replace";

	@Override
	void work() throws Exception {
		if (number > class_count)
			throw new IllegalArgumentException("There are " + class_count + " classes, so none has the number " + number + ".");
		VoxelBox all = volume().size().box();
		Histogram histogram = Histogram
				.exact(volume().values(all, progress().part(0, 0.3)), AutoThreshold.FEW, progress().part(0.3, 0.4))
				.atMost(AutoThreshold.FEW);
		double[] ends = Arrays.stream(MultiOtsu.of(histogram, class_count)).map(middle -> middle + histogram.step() / 2)
				.toArray();
		int chosen = number == 0 ? class_count : number;
		double low = chosen == 1 ? Double.NEGATIVE_INFINITY : Math.nextUp(ends[chosen - 2]);
		double high = chosen == class_count ? Double.POSITIVE_INFINITY : ends[chosen - 1];
		take("Otsu class " + chosen + " of " + class_count, volume().range(all, low, high, progress().part(0.4, 0.7)), effect);
	}
}
