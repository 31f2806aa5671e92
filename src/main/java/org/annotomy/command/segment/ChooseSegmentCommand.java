package org.annotomy.command.segment;

import org.annotomy.command.SessionCommand;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The current segment. */
@Plugin(type = Command.class, visible = false, label = "Choose Segment...", description = "Makes a segment the current one: the one that effects change unless they name another.")
public final class ChooseSegmentCommand extends SessionCommand {

	@Parameter(label = "Segment", persist = false, description = "Which segment: its name, number:N or id.")
	private String segment = "";

	@Override
	protected void execute() throws Exception {
		session().segments().setCurrent(session().segments().require(segment).id());
	}
}
