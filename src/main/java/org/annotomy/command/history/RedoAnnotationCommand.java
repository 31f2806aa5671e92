package org.annotomy.command.history;

import org.annotomy.command.SessionCommand;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Redo. */
@Plugin(type = Command.class, visible = false, label = "Redo Annotation...", description = "Makes edits of the annotations again that were taken back.")
public final class RedoAnnotationCommand extends SessionCommand {

	@Parameter(label = "Steps", persist = false, min = "1", description = "How many edits to make again.")
	private int steps = 1;

	@Override
	protected void execute() throws Exception {
		for (int i = 0; i < steps; i++)
			if (document().redo().isEmpty()) throw new IllegalStateException("There is no edit left to make again.");
	}
}
