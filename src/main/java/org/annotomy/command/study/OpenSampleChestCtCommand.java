package org.annotomy.command.study;

import java.io.IOException;
import java.nio.file.Path;

import org.annotomy.sample.ChestCtSeries;
import org.annotomy.sample.ChestPhantom;
import org.annotomy.task.Progress;
import org.scijava.command.Command;
import org.scijava.plugin.Plugin;

/** The chest phantom as a DICOM series. */
@Plugin(type = Command.class, visible = false, label = "Open Sample Chest CT...", description = "Makes a chest CT with lesions of known volume, and opens it for annotation.")
public final class OpenSampleChestCtCommand extends OpenSampleCommand {

	@Override
	String name() {
		return "sample-chest-ct";
	}

	@Override
	void make(Path sample, Progress progress) throws IOException {
		progress.update(0, "Making the sample");
		new ChestCtSeries(ChestPhantom.standard(), "sample", true).write(sample, progress);
	}
}
