package org.annotomy.command.object;

import java.util.Set;
import java.util.UUID;

import org.annotomy.command.SessionCommand;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** What the next command is about. */
@Plugin(type = Command.class, visible = false, label = "Select Objects...", description = "Selects objects; the selection shows on the image and in the panel.")
public final class SelectObjectsCommand extends SessionCommand {

	@Parameter(label = "Objects", persist = false, description = "Which objects: all, none, last, class:KEY, slice:N, number:N, in:REGION, where:MEASUREMENT>VALUE, a name or an id; several separated by commas, several that must all hold joined by &.")
	private String objects = "all";

	@Parameter(label = "Jump to the first", persist = false, description = "Whether the image shows the first one's slice.")
	private boolean jump = true;

	@Override
	protected void execute() throws Exception {
		Set<UUID> found = find(objects);
		session().selection().set(found);
		if (jump) found.stream().findFirst().flatMap(document()::object).ifPresent(session()::show);
	}
}
