package org.annotomy.command.object;

import org.annotomy.command.SessionCommand;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Naming. */
@Plugin(type = Command.class, visible = false, label = "Rename Objects...", description = "Gives objects a name.")
public final class RenameObjectsCommand extends SessionCommand {

	@Parameter(label = "Objects", persist = false, description = "Which objects: all, selected, last, class:KEY, slice:N, number:N, in:REGION, where:MEASUREMENT>VALUE, a name or an id; several separated by commas, several that must all hold joined by &.")
	private String objects = "selected";

	@Parameter(label = "New name", persist = false, description = "The name; empty takes it away.")
	private String new_name = "";

	@Override
	protected void execute() throws Exception {
		session().edits().rename(find(objects), new_name.isEmpty() ? null : new_name);
	}
}
