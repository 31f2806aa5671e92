package org.annotomy.command.study;

import java.io.IOException;
import java.nio.file.Path;

import org.annotomy.sample.histology.HistologyRecipe;
import org.annotomy.task.Progress;
import org.scijava.command.Command;
import org.scijava.plugin.Plugin;

/** Menu entry for the section next to the sample slide. */
@Plugin(type = Command.class, visible = false, label = "Open Sample Next Section...", description = "Opens the section of the sample slide's block that comes next, with a brown antibody stain: turned, moved and stretched by a known map, so that registrations can be tried out.")
public final class OpenSampleSectionCommand extends OpenSampleCommand {

	@Override
	String name() {
		return "sample-section-ihc" + HistologyRecipe.ENDING;
	}

	@Override
	void make(Path sample, Progress progress) throws IOException {
		HistologyRecipe.NEXT.write(sample);
	}
}
