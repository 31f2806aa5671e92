package org.annotomy.command.study;

import java.io.IOException;
import java.nio.file.Path;

import org.annotomy.sample.ChestRadiograph;
import org.annotomy.task.Progress;
import org.scijava.command.Command;
import org.scijava.plugin.Plugin;

/** The chest phantom as a projection. */
@Plugin(type = Command.class, visible = false, label = "Open Sample Radiograph...", description = "Makes a chest radiograph of the same phantom, and opens it for annotation.")
public final class OpenSampleRadiographCommand extends OpenSampleCommand {

	@Override
	String name() {
		return "sample-radiograph.dcm";
	}

	@Override
	void make(Path sample, Progress progress) throws IOException {
		progress.update(0, "Making the sample");
		ChestRadiograph.standard().write(sample, false, 12);
	}
}
