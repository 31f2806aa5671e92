package org.annotomy.command.slide;

import java.io.IOException;
import java.util.Optional;

import org.annotomy.command.SessionCommand;
import org.annotomy.imagej.lab.PathKeeper;
import org.annotomy.imagej.lab.ViewingDesk;
import org.annotomy.ui.dialog.EventThread;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Menu entry for {@link ViewingDesk}. */
@Plugin(type = Command.class, visible = false, label = "Record Viewing Path...", description = "Records where and when a slide is looked at, or stops that. What is recorded lies beside the slide in a file of its own, with the rater's pseudonym. Nothing is recorded unless you ask for it here.")
public final class RecordViewingPathCommand extends SessionCommand {

	@Parameter(label = "Record", persist = false, description = "Whether views are recorded from now on; unchecked: what was recorded is saved.")
	private boolean record = true;

	@Parameter(label = "I agree that my views and their times are recorded", persist = false, description = "Whoever looks at the slide has to agree; without that nothing is recorded.")
	private boolean agreed = false;

	@Parameter(type = ItemIO.OUTPUT, label = "Recording")
	private String state;

	@Override
	protected void execute() throws Exception {
		ViewingDesk desk = new ViewingDesk(session());
		if (record && !agreed)
			throw new IllegalArgumentException(
					"Nothing is recorded before whoever looks at the slide has agreed: check that box.");
		if (record) {
			EventThread.run(() -> start(desk));
			return;
		}
		Optional<PathKeeper.Recorded> recorded = EventThread.call(desk::stop);
		if (recorded.isPresent()) recorded.get().save();
		state = recorded.map(PathKeeper.Recorded::path)
				.map(p -> "Rests recorded: " + p.moments().size() + ", " + Math.round(p.seconds()) + " s.")
				.orElse("Nothing was being recorded.");
	}

	private static void start(ViewingDesk desk) {
		try {
			desk.start();
		} catch (IOException e) {
			throw new IllegalStateException(e.getMessage(), e);
		}
	}
}
