package org.annotomy.command.object;

import org.annotomy.command.SessionCommand;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Front and back. */
@Plugin(type = Command.class, visible = false, label = "Order Objects...", description = "Brings objects to the front or sends them to the back.")
public final class OrderObjectsCommand extends SessionCommand {

	@Parameter(label = "Objects", persist = false, description = "Which objects: all, selected, last, class:KEY, slice:N, number:N, in:REGION, where:MEASUREMENT>VALUE, a name or an id; several separated by commas, several that must all hold joined by &.")
	private String objects = "selected";

	@Parameter(label = "Place", persist = false, choices = {"front",
			"back"}, description = "Front: before all others; back: behind them.")
	private String place = "front";

	@Override
	protected void execute() throws Exception {
		if (place.equals("front")) session().edits().bringToFront(find(objects));
		else session().edits().sendToBack(find(objects));
	}
}
