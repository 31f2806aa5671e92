package org.annotomy.command.object;

import org.annotomy.command.SessionCommand;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Transparency. */
@Plugin(type = Command.class, visible = false, label = "Set Object Opacity...", description = "Sets how strongly objects are filled, and whether what lies behind shows through.")
public final class SetOpacityCommand extends SessionCommand {

	@Parameter(label = "Objects", persist = false, description = "Which objects: all, selected, last, class:KEY, slice:N, number:N, in:REGION, where:MEASUREMENT>VALUE, a name or an id; several separated by commas, several that must all hold joined by &.")
	private String objects = "selected";

	@Parameter(label = "Opacity", persist = false, min = "0", max = "1", description = "Of the fill: 0 is an outline only, 1 hides what is below.")
	private double opacity = 0.2;

	@Parameter(label = "See-through", persist = false, description = "Whether what lies behind the object shows through, as in a projection.")
	private boolean see_through = true;

	@Override
	protected void execute() throws Exception {
		session().edits().transparency(find(objects), opacity, see_through);
	}
}
