package org.annotomy.command.object;

import org.annotomy.command.SessionCommand;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Relabelling. */
@Plugin(type = Command.class, visible = false, label = "Change Class...", description = "Gives objects another class of the protocol.")
public final class ChangeClassCommand extends SessionCommand {

	@Parameter(label = "Objects", persist = false, description = "Which objects: all, selected, last, class:KEY, slice:N, number:N, in:REGION, where:MEASUREMENT>VALUE, a name or an id; several separated by commas, several that must all hold joined by &.")
	private String objects = "selected";

	@Parameter(label = "Class", persist = false, style = "offers:classes", description = "Key of the class in the protocol.")
	private String class_key = "";

	@Override
	protected void execute() throws Exception {
		session().requireClass(class_key);
		session().edits().relabel(find(objects), class_key);
	}
}
