package org.annotomy.command.linking;

import org.annotomy.imagej.linking.MarkText;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Unlinking. */
@Plugin(type = Command.class, visible = false, label = "Unlink Objects...", description = "Takes marks out of the things that they mark; the marks stay.")
public final class UnlinkObjectsCommand extends GroupCommand {

	@Parameter(label = "Objects", persist = false, description = "Which objects or segments: all, selected, last, class:KEY, slice:N, number:N, segment:NAME, segment:current, a name or an id; several separated by commas.")
	private String objects = "selected";

	@Override
	protected void execute() {
		links().unlink(MarkText.find(objects, session()));
	}
}
