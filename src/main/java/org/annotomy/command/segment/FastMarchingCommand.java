package org.annotomy.command.segment;

import org.annotomy.imagej.session.FrontEffects;
import org.annotomy.segmentation.levelset.Arrivals;
import org.annotomy.segmentation.levelset.FastMarching;
import org.annotomy.segmentation.levelset.FrontSpeed;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Fast marching. */
@Plugin(type = Command.class, visible = false, label = "Fast Marching...", description = "Lets a front start from balls, or from the segment, and takes what it reaches first until a volume is full or a time is over.")
public final class FastMarchingCommand extends FrontCommand {

	@Parameter(label = "Speed", persist = false, choices = {"values", "edges",
			"constant"}, description = "Values: 1 mm for each unit of time at the mean of the values at the start, slower the more values differ from it; edges: slow where the image is steep; constant: the same everywhere.")
	private String speed = "values";

	@Parameter(label = "Deviation", persist = false, min = "0", description = "For values: how far from the mean of the start the front is at 0.6 of its speed, in units of the values; 0: the standard deviation at the start.")
	private double deviation = 0;

	@Parameter(label = "Volume (%)", persist = false, min = "0", max = "100", description = "It stops when so much of the image is reached, start included; 100: never.")
	private double volume_percent = 10;

	@Parameter(label = "Longest time", persist = false, min = "0", description = "It stops after this time; 0: never.")
	private double longest_time = 0;

	@Override
	void work() throws Exception {
		FastMarching.Stop stop = new FastMarching.Stop(longest_time > 0 ? longest_time : Double.POSITIVE_INFINITY,
				Math.round(volume().size().voxels() * volume_percent / 100));
		Arrivals arrivals = effects().arrivals(segment().id(), new FrontEffects.March(start(), speed()), stop,
				progress().part(0, 0.7));
		take(FrontEffects.MARCH, arrivals.until(Double.MAX_VALUE));
	}

	private FrontSpeed speed() {
		return switch (speed) {
			case "edges" -> edges(FrontSpeed.Kind.EDGES);
			case "constant" -> FrontSpeed.usual(FrontSpeed.Kind.CONSTANT);
			default -> FrontSpeed.likeStart(deviation);
		};
	}
}
