package org.annotomy.command.segment;

import org.annotomy.segmentation.grow.RandomWalks;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Menu entry for {@link RandomWalks}. */
@Plugin(type = Command.class, visible = false, label = "Random Walker From Seeds...", description = "Gives each voxel to the painted segment that a random walk from it most probably meets first; holds back at weak and broken borders.")
public final class RandomWalkerCommand extends SeedsCommand {

	@Parameter(label = "Beta", persist = false, min = "0", description = "How strongly differences of values hold walks back, as in scikit-image for values whose unit is ten times the typical difference of neighbours; 0: not at all.")
	private double beta = RandomWalks.USUAL_BETA;

	@Override
	void work() throws Exception {
		grow(new RandomWalks(beta));
	}
}
