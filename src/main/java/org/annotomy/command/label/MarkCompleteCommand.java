package org.annotomy.command.label;

import java.util.List;

import org.annotomy.annotation.check.Finding;
import org.annotomy.annotation.check.ProtocolChecks;
import org.annotomy.command.SessionCommand;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The gate. */
@Plugin(type = Command.class, visible = false, label = "Mark Complete...", description = "Checks the work against the protocol and marks it as complete; what is still missing is told.")
public final class MarkCompleteCommand extends SessionCommand {

	@Parameter(label = "Complete", persist = false, description = "Whether to mark the work as complete (true) or to take it up again (false).")
	private boolean complete = true;

	@Override
	protected void execute() throws Exception {
		List<String> missing = complete
				? ProtocolChecks.gate(document(), session().planeSpacing(), progress()).stream().filter(Finding::isError)
						.map(Finding::message).toList()
				: List.of();
		if (!missing.isEmpty()) throw new IllegalStateException("The work is not complete. " + String.join(" ", missing));
		document().edit(complete ? "Mark complete" : "Take up again").complete(complete).apply();
	}
}
