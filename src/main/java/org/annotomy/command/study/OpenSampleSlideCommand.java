package org.annotomy.command.study;

import java.io.IOException;
import java.nio.file.Path;

import org.annotomy.sample.histology.HistologyRecipe;
import org.annotomy.task.Progress;
import org.scijava.command.Command;
import org.scijava.plugin.Plugin;

/** Menu entry for the sample slide. */
@Plugin(type = Command.class, visible = false, label = "Open Sample Slide...", description = "Opens a whole slide of 2.7 gigapixels that the program paints itself when it is looked at: a tissue section with nuclei whose places and kinds are known.")
public final class OpenSampleSlideCommand extends OpenSampleCommand {

	@Override
	String name() {
		return "sample-slide" + HistologyRecipe.ENDING;
	}

	@Override
	void make(Path sample, Progress progress) throws IOException {
		HistologyRecipe.STANDARD.write(sample);
	}
}
