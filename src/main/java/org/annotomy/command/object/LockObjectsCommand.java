package org.annotomy.command.object;

import org.annotomy.command.SessionCommand;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Locking. */
@Plugin(type = Command.class, visible = false, label = "Lock Objects...", description = "Locks objects against every change, or unlocks them.")
public final class LockObjectsCommand extends SessionCommand {

	@Parameter(label = "Objects", persist = false, description = "Which objects: all, selected, last, class:KEY, slice:N, number:N, in:REGION, where:MEASUREMENT>VALUE, a name or an id; several separated by commas, several that must all hold joined by &.")
	private String objects = "selected";

	@Parameter(label = "Locked", persist = false, description = "Whether to lock (true) or to unlock (false).")
	private boolean locked = true;

	@Override
	protected void execute() throws Exception {
		session().edits().lock(find(objects), locked);
	}
}
