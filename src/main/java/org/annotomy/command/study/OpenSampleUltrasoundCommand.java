package org.annotomy.command.study;

import java.io.IOException;
import java.nio.file.Path;

import org.annotomy.sample.EchoCine;
import org.annotomy.task.Progress;
import org.scijava.command.Command;
import org.scijava.plugin.Plugin;

/** The heart phantom as an ultrasound film. */
@Plugin(type = Command.class, visible = false, label = "Open Sample Ultrasound...", description = "Makes an ultrasound film of a beating heart in palette colours, and opens it for annotation.")
public final class OpenSampleUltrasoundCommand extends OpenSampleCommand {

	@Override
	String name() {
		return "sample-ultrasound.dcm";
	}

	@Override
	void make(Path sample, Progress progress) throws IOException {
		progress.update(0, "Making the sample");
		EchoCine.standard().write(sample);
	}
}
