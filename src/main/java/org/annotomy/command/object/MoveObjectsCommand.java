package org.annotomy.command.object;

import org.annotomy.command.SessionCommand;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Moving within the plane. */
@Plugin(type = Command.class, visible = false, label = "Move Objects...", description = "Moves objects within their slice.")
public final class MoveObjectsCommand extends SessionCommand {

	@Parameter(label = "Objects", persist = false, description = "Which objects: all, selected, last, class:KEY, slice:N, number:N, in:REGION, where:MEASUREMENT>VALUE, a name or an id; several separated by commas, several that must all hold joined by &.")
	private String objects = "selected";

	@Parameter(label = "To the right (pixels)", persist = false, description = "How far to move; negative: to the left.")
	private double right_px = 0;

	@Parameter(label = "Down (pixels)", persist = false, description = "How far to move; negative: up.")
	private double down_px = 0;

	@Override
	protected void execute() throws Exception {
		session().edits().move(find(objects), right_px, down_px);
	}
}
