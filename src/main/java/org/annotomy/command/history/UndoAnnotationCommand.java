package org.annotomy.command.history;

import org.annotomy.command.SessionCommand;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Undo. */
@Plugin(type = Command.class, visible = false, label = "Undo Annotation...", description = "Takes back the last edit of the annotations.")
public final class UndoAnnotationCommand extends SessionCommand {

	@Parameter(label = "Steps", persist = false, min = "1", description = "How many edits to take back.")
	private int steps = 1;

	@Override
	protected void execute() throws Exception {
		for (int i = 0; i < steps; i++)
			if (document().undo().isEmpty()) throw new IllegalStateException("There is no edit left to take back.");
	}
}
