package org.annotomy.command.segment;

import org.annotomy.annotation.model.Status;
import org.annotomy.segmentation.segment.SegmentState;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** States of segments. */
@Plugin(type = Command.class, visible = false, label = "Set Segment State...", description = "Says how far the work on segments is. A segment in progress that has no voxels counts as not started.")
public final class SetSegmentStateCommand extends SegmentsCommand {

	@Parameter(label = "State", persist = false, choices = {"in progress", "completed",
			"flagged"}, description = "In progress: being worked on; completed: done; flagged: to be looked at, or not to be used.")
	private String state = "completed";

	@Override
	void work() throws Exception {
		Status status = SegmentState.ofWords(state).status();
		session().segments().records().setStatus(found(), status);
	}
}
