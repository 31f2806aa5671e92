package org.annotomy.command.segment;

import org.annotomy.segmentation.segment.SegmentObjects;
import org.scijava.command.Command;
import org.scijava.plugin.Plugin;

/** Segments to outlines. */
@Plugin(type = Command.class, visible = false, label = "Segment To Objects...", description = "Makes an annotation object of the segment on each slice, along the edges of its voxels; the segment stays.")
public final class SegmentToObjectsCommand extends SegmentCommand {

	@Override
	void work() throws Exception {
		new SegmentObjects(document(), volume().size(), session().plane().t()).toObjects(segment(), session().rater(),
				session().clock().instant(), progress());
	}
}
