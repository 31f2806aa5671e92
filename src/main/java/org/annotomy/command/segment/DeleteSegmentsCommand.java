package org.annotomy.command.segment;

import org.annotomy.imagej.linking.GroupLinks;
import org.scijava.command.Command;
import org.scijava.plugin.Plugin;

/** Deleting. */
@Plugin(type = Command.class, visible = false, label = "Delete Segments...", description = "Deletes segments and their voxels. Undo Annotation brings them back.")
public final class DeleteSegmentsCommand extends SegmentsCommand {

	@Override
	void work() throws Exception {
		GroupLinks.deleteSegments(session(), found());
	}
}
