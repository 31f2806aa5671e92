package org.annotomy.command.study;

import java.io.IOException;
import java.nio.file.Path;

import org.annotomy.sample.BreastPhantom;
import org.annotomy.task.Progress;
import org.scijava.command.Command;
import org.scijava.plugin.Plugin;

/** The breast phantom, in four views. */
@Plugin(type = Command.class, visible = false, label = "Open Sample Mammograms...", description = "Makes four mammograms of one phantom, R and L, CC and MLO, with lesions of known place, and opens them for annotation.")
public final class OpenSampleMammogramsCommand extends OpenSampleCommand {

	@Override
	String name() {
		return "sample-mammograms";
	}

	@Override
	void make(Path sample, Progress progress) throws IOException {
		BreastPhantom.standard().write(sample, progress);
	}
}
