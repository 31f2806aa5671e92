package org.annotomy.command.study;

import java.io.IOException;
import java.nio.file.Path;

import org.annotomy.sample.ChestCtSeries;
import org.annotomy.sample.ChestPet;
import org.annotomy.sample.ChestPhantom;
import org.annotomy.task.Progress;
import org.scijava.command.Command;
import org.scijava.plugin.Plugin;

/** The chest phantom in CT and PET. */
@Plugin(type = Command.class, visible = false, label = "Open Sample PET-CT...", description = "Makes a CT and a PET of one phantom in one frame of reference, with lesions of known uptake, and opens both for annotation.")
public final class OpenSamplePetCtCommand extends OpenSampleCommand {

	@Override
	String name() {
		return "sample-pet-ct";
	}

	@Override
	void make(Path sample, Progress progress) throws IOException {
		progress.update(0, "Making the sample");
		new ChestCtSeries(ChestPhantom.standard(), "sample", true).write(sample.resolve("ct"), progress.part(0, 0.7));
		ChestPet.standard().write(sample.resolve("pet"), progress.part(0.7, 1));
	}
}
