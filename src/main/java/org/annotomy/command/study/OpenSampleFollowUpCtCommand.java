package org.annotomy.command.study;

import java.io.IOException;
import java.nio.file.Path;

import org.annotomy.sample.ChestCtSeries;
import org.annotomy.sample.ChestPhantom;
import org.annotomy.task.Progress;
import org.scijava.command.Command;
import org.scijava.plugin.Plugin;

/** The chest phantom eight weeks later. */
@Plugin(type = Command.class, visible = false, label = "Open Sample Follow-Up CT...", description = "Makes a chest CT of the same phantom eight weeks later, with lesions that have changed, and opens it for annotation.")
public final class OpenSampleFollowUpCtCommand extends OpenSampleCommand {

	@Override
	String name() {
		return "sample-chest-ct-follow-up";
	}

	@Override
	void make(Path sample, Progress progress) throws IOException {
		progress.update(0, "Making the sample");
		new ChestCtSeries(ChestPhantom.standard().later(), "follow-up", true).write(sample, progress);
	}
}
