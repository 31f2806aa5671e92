package org.annotomy.command.object;

import org.annotomy.annotation.model.Status;
import org.annotomy.command.SessionCommand;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Review status. */
@Plugin(type = Command.class, visible = false, label = "Set Object Status...", description = "Marks objects as draft, final or rejected.")
public final class SetStatusCommand extends SessionCommand {

	@Parameter(label = "Objects", persist = false, description = "Which objects: all, selected, last, class:KEY, slice:N, number:N, in:REGION, where:MEASUREMENT>VALUE, a name or an id; several separated by commas, several that must all hold joined by &.")
	private String objects = "selected";

	@Parameter(label = "Status", persist = false, choices = {"draft", "final",
			"rejected"}, description = "Draft: being worked on; final: done; rejected: not to be used.")
	private String status = "final";

	@Override
	protected void execute() throws Exception {
		session().edits().status(find(objects), Status.ofKey(status));
	}
}
