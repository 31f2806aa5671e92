package org.annotomy.command.object;

import org.annotomy.command.SessionCommand;
import org.annotomy.imagej.linking.GroupLinks;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Deleting. */
@Plugin(type = Command.class, visible = false, label = "Delete Objects...", description = "Deletes objects. Undo Annotation brings them back.")
public final class DeleteObjectsCommand extends SessionCommand {

	@Parameter(label = "Objects", persist = false, description = "Which objects: all, selected, last, class:KEY, slice:N, number:N, in:REGION, where:MEASUREMENT>VALUE, a name or an id; several separated by commas, several that must all hold joined by &.")
	private String objects = "selected";

	@Override
	protected void execute() throws Exception {
		GroupLinks.delete(session(), find(objects));
	}
}
