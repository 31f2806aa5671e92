package org.annotomy.command.slide;

import org.annotomy.command.SessionCommand;
import org.annotomy.imagej.lab.MicroarrayDesk;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Menu entry for {@link MicroarrayDesk#markMissing}. */
@Plugin(type = Command.class, visible = false, label = "Mark Cores Missing...", description = "Says of cores of a microarray that they are missing: they are rejected and count for nothing, but keep their names; or says that they are there after all.")
public final class MarkCoresMissingCommand extends SessionCommand {

	@Parameter(label = "Objects", persist = false, description = "Which objects: all, selected, last, class:KEY, slice:N, number:N, in:REGION, where:MEASUREMENT>VALUE, a name or an id; several separated by commas, several that must all hold joined by &.")
	private String objects = "selected";

	@Parameter(label = "Missing", persist = false, description = "Unchecked: they are there.")
	private boolean missing = true;

	@Parameter(type = ItemIO.OUTPUT, label = "Changed")
	private String changed;

	@Override
	protected void execute() {
		changed = "Cores changed: " + new MicroarrayDesk(session()).markMissing(find(objects), missing) + ".";
	}
}
