package org.annotomy.command.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.annotomy.sample.EchoCine;
import org.annotomy.sample.heart.EchoView;
import org.annotomy.task.Progress;
import org.scijava.command.Command;
import org.scijava.plugin.Plugin;

/** The heart phantom in three views. */
@Plugin(type = Command.class, visible = false, label = "Open Sample Echo Views...", description = "Makes ultrasound films of one beating heart in three views (A4C, A2C, PLAX), and opens them for annotation.")
public final class OpenSampleEchoViewsCommand extends OpenSampleCommand {

	@Override
	String name() {
		return "sample-echo-views";
	}

	@Override
	void make(Path sample, Progress progress) throws IOException {
		Files.createDirectories(sample);
		EchoView[] views = EchoView.values();
		for (EchoView view : views) {
			progress.checkCancelled();
			progress.update(view.ordinal() / (double) views.length, "Making the sample");
			EchoCine.standard(view).write(sample.resolve(view.name().toLowerCase(Locale.ROOT) + ".dcm"));
		}
	}
}
