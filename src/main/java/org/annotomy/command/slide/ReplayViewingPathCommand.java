package org.annotomy.command.slide;

import org.annotomy.command.SessionCommand;
import org.annotomy.imagej.lab.ViewingDesk;
import org.annotomy.ui.dialog.EventThread;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Menu entry for {@link ViewingDesk#replay}. */
@Plugin(type = Command.class, visible = false, label = "Replay Viewing Path...", description = "Moves a slide's window the way that was recorded with Record Viewing Path..., from rest to rest. Esc stops.")
public final class ReplayViewingPathCommand extends SessionCommand {

	@Parameter(label = "Recording", persist = false, min = "0", description = "Which recording of the slide, from 1; 0: the last one.")
	private int number = 0;

	@Parameter(label = "Speed", persist = false, min = "0.1", max = "1000", description = "Times as fast as it was recorded; no rest lasts longer than ten seconds.")
	private double speed_factor = 4;

	@Override
	protected void execute() throws Exception {
		new ViewingDesk(session()).replay(number, speed_factor, EventThread::run, progress());
	}
}
