package org.annotomy.command.segment;

import org.annotomy.segmentation.grow.CheapestPaths;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Menu entry for {@link CheapestPaths}. */
@Plugin(type = Command.class, visible = false, label = "Grow From Seeds...", description = "Lets painted segments grow over the image until they meet, along the least change of values.")
public final class GrowFromSeedsCommand extends SeedsCommand {

	@Parameter(label = "Seed locality", persist = false, min = "0", description = "What a millimetre away from a seed costs, in units of the image's values; 0 for nothing.")
	private double seed_locality = 0;

	@Override
	void work() throws Exception {
		grow(new CheapestPaths(seed_locality));
	}
}
