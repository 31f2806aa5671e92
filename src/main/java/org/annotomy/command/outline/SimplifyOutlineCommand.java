package org.annotomy.command.outline;

import org.annotomy.command.SessionCommand;
import org.annotomy.imagej.session.OutlineEdits;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Simplification. */
@Plugin(type = Command.class, visible = false, label = "Simplify Outline...", description = "Takes points away from outlines without moving them further than a tolerance.")
public final class SimplifyOutlineCommand extends SessionCommand {

	@Parameter(label = "Objects", persist = false, description = "Which objects: all, selected, last, class:KEY, slice:N, number:N, in:REGION, where:MEASUREMENT>VALUE, a name or an id; several separated by commas, several that must all hold joined by &.")
	private String objects = "selected";

	@Parameter(label = "Tolerance (pixels)", persist = false, min = "0.01", max = "100", description = "How far the new outline may lie from the old one.")
	private double tolerance_px = 0.5;

	@Override
	protected void execute() throws Exception {
		new OutlineEdits(session()).simplify(find(objects), tolerance_px);
	}
}
