package org.annotomy.command.slide;

import java.util.Locale;

import org.annotomy.command.SessionCommand;
import org.annotomy.imagej.lab.FieldDesk;
import org.annotomy.ui.dialog.EventThread;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Menu entry for {@link FieldDesk#step}. */
@Plugin(type = Command.class, visible = false, label = "Next Counting Field...", description = "Goes on from the counting field in the middle of the view; keys . (finish) and , (back).")
public final class NextCountingFieldCommand extends SessionCommand {

	@Parameter(label = "Step", persist = false, choices = {"finish", "skip",
			"back"}, description = "Where to go: finish says that the field in view is finished and goes on to the next unfinished one; skip goes on, but this one stays unfinished; back goes to the field before.")
	private String step = "finish";

	@Parameter(type = ItemIO.OUTPUT, label = "Field")
	private String field;

	@Override
	protected void execute() throws Exception {
		FieldDesk.Step chosen = FieldDesk.Step.valueOf(step.toUpperCase(Locale.ROOT));
		field = EventThread.call(() -> new FieldDesk(session()).step(chosen));
	}
}
