package org.annotomy.command.study;

import java.io.IOException;
import java.nio.file.Path;

import org.annotomy.sample.ChestCtSeries;
import org.annotomy.sample.TiltedChest;
import org.annotomy.task.Progress;
import org.scijava.command.Command;
import org.scijava.plugin.Plugin;

/** The chest phantom in a tilted gantry. */
@Plugin(type = Command.class, visible = false, label = "Open Sample Tilted CT...", description = "Makes a chest CT of a tilted gantry, whose slices form a slanted stack, and opens it for annotation.")
public final class OpenSampleTiltedCtCommand extends OpenSampleCommand {

	@Override
	String name() {
		return "sample-tilted-ct";
	}

	@Override
	void make(Path sample, Progress progress) throws IOException {
		progress.update(0, "Making the sample");
		new ChestCtSeries(TiltedChest.standard(), "sample").write(sample, progress);
	}
}
