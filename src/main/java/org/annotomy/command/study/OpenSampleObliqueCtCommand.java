package org.annotomy.command.study;

import java.io.IOException;
import java.nio.file.Path;

import org.annotomy.sample.ChestCtSeries;
import org.annotomy.sample.ChestPhantom;
import org.annotomy.task.Progress;
import org.scijava.command.Command;
import org.scijava.plugin.Plugin;

/** The chest phantom, lying turned. */
@Plugin(type = Command.class, visible = false, label = "Open Sample Oblique CT...", description = "Makes the chest CT with slices that lie oblique in the patient, and opens it for annotation.")
public final class OpenSampleObliqueCtCommand extends OpenSampleCommand {

	@Override
	String name() {
		return "sample-oblique-ct";
	}

	@Override
	void make(Path sample, Progress progress) throws IOException {
		progress.update(0, "Making the sample");
		new ChestCtSeries(ChestPhantom.standard().oblique(), "oblique sample", true).write(sample, progress);
	}
}
