package org.annotomy.command.study;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.task.Progress;
import org.scijava.plugin.Parameter;

/** A command that opens an image which the program makes itself. It is written to a folder once and opened from there like any other. */
abstract class OpenSampleCommand extends StudyCommand {

	@Parameter(label = "Folder", persist = false, style = "directory,save", required = false, description = "Folder for the sample; empty: the folder annotomy-samples in the user's home.")
	private File folder;

	@Override
	protected final void execute() throws Exception {
		Path base = folder == null ? Path.of(System.getProperty("user.home"), "annotomy-samples") : folder.toPath();
		Path sample = base.resolve(name());
		if (!Files.exists(sample)) {
			Files.createDirectories(base);
			Path unfinished = base.resolve(name() + ".unfinished");
			remove(unfinished);
			make(unfinished, progress().part(0, 0.6));
			Files.move(unfinished, sample);
		}
		for (AnnotationSession session : opener().open(sample, progress().part(0.6, 1)))
			show(session);
	}

	/** What a cancelled attempt has left. */
	private static void remove(Path unfinished) throws IOException {
		if (!Files.exists(unfinished)) return;
		try (Stream<Path> files = Files.walk(unfinished)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList())
				Files.delete(file);
		}
	}

	/** Name of the sample's own folder or file. */
	abstract String name();

	/** Writes the sample. */
	abstract void make(Path sample, Progress progress) throws IOException;
}
