package org.annotomy.command.object;

import org.annotomy.command.SessionCommand;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Visibility. */
@Plugin(type = Command.class, visible = false, label = "Show Objects...", description = "Shows or hides objects on the image.")
public final class ShowObjectsCommand extends SessionCommand {

	@Parameter(label = "Objects", persist = false, description = "Which objects: all, selected, last, class:KEY, slice:N, number:N, in:REGION, where:MEASUREMENT>VALUE, a name or an id; several separated by commas, several that must all hold joined by &.")
	private String objects = "selected";

	@Parameter(label = "Visible", persist = false, description = "Whether to show (true) or to hide (false).")
	private boolean visible = true;

	@Override
	protected void execute() throws Exception {
		session().edits().show(find(objects), visible);
	}
}
