package org.annotomy.command.outline;

import org.annotomy.command.SessionCommand;
import org.annotomy.imagej.session.OutlineEdits;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Closing outlines. */
@Plugin(type = Command.class, visible = false, label = "Fill Holes...", description = "Fills the holes of areas.")
public final class FillHolesCommand extends SessionCommand {

	@Parameter(label = "Objects", persist = false, description = "Which objects: all, selected, last, class:KEY, slice:N, number:N, in:REGION, where:MEASUREMENT>VALUE, a name or an id; several separated by commas, several that must all hold joined by &.")
	private String objects = "selected";

	@Override
	protected void execute() throws Exception {
		new OutlineEdits(session()).fillHoles(find(objects));
	}
}
