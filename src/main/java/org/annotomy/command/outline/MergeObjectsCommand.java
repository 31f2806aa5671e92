package org.annotomy.command.outline;

import org.annotomy.command.SessionCommand;
import org.annotomy.imagej.session.OutlineEdits;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Union. */
@Plugin(type = Command.class, visible = false, label = "Merge Objects...", description = "Joins areas of one slice into the first of them.")
public final class MergeObjectsCommand extends SessionCommand {

	@Parameter(label = "Objects", persist = false, description = "Which objects: all, selected, last, class:KEY, slice:N, number:N, in:REGION, where:MEASUREMENT>VALUE, a name or an id; several separated by commas, several that must all hold joined by &.")
	private String objects = "selected";

	@Override
	protected void execute() throws Exception {
		new OutlineEdits(session()).merge(find(objects));
	}
}
