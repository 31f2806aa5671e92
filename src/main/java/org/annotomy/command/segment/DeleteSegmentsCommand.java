package org.annotomy.command.segment;

import org.scijava.command.Command;
import org.scijava.plugin.Plugin;

/** Deleting. */
@Plugin(type = Command.class, visible = false, label = "Delete Segments...", description = "Deletes segments and their voxels. Undo Annotation brings them back.")
public final class DeleteSegmentsCommand extends SegmentsCommand {

	@Override
	protected void execute() throws Exception {
		session().segments().records().remove(found());
	}
}
