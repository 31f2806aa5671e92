package org.annotomy.command.study;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.annotomy.command.CommandFailure;
import org.annotomy.dicom.study.StudyQuery;
import org.annotomy.image.ImageReaders;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.study.LocalSource;
import org.annotomy.slide.FileImages;
import org.annotomy.task.CancelledException;
import org.annotomy.ui.browse.StudyOpening;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Opening images with the labels beside them. */
@Plugin(type = Command.class, visible = false, label = "Open Study...", description = "Opens a medical image (DICOM file, folder, DICOMDIR or zip archive, NIfTI, NRRD, MetaImage, TIFF, PNG, JPEG, whole slide) together with the annotations that lie beside it. From the menu, a folder with several series opens the window of studies.")
public final class OpenStudyCommand extends StudyCommand {

	@Parameter(label = "File or folder", persist = false, style = "both", description = "An image file, or a folder, DICOMDIR or zip archive of DICOM files: each series becomes one image.")
	private File path;

	@Parameter(label = "Image of a slide file", persist = false, min = "0", max = "100000", description = "Of a file with several slides the one to open, from 1; 0 for the largest.")
	private int image_number = FileImages.USUAL;

	@Override
	protected void execute() throws Exception {
		Path chosen = path.toPath();
		boolean slide = StudyOpening.isSlide(chosen);
		if (isCalledByUser() && !slide && !StudyOpening.isImageFile(chosen)) {
			StudyOpening.open(List.of(chosen), options(), progress());
			// What the user then opens is written into the macro recorder, not this.
			throw new CancelledException();
		}
		List<AnnotationSession> sessions = !slide && Files.isRegularFile(chosen) && !StudyOpening.isImageFile(chosen)
				&& !ImageReaders.discover().knows(chosen) ? openArchive(chosen) : opener().open(chosen, image_number, progress());
		for (AnnotationSession session : sessions)
			show(session);
	}

	/** All series of a zip archive. */
	private List<AnnotationSession> openArchive(Path archive) throws Exception {
		try (LocalSource source = new LocalSource(List.of(archive), ImageReaders.discover())) {
			source.find(StudyQuery.ALL, progress().part(0, 0.2));
			List<AnnotationSession> sessions = new ArrayList<>();
			Set<String> problems = new LinkedHashSet<>();
			for (LocalSource.Listed row : source.all(progress().part(0.2, 0.3))) {
				if (row.isOpenable())
					sessions.addAll(opener().open(part -> source.read(row.series(), part), progress().part(0.3, 1)));
				else
					problems.add(row.series().problem());
			}
			if (sessions.isEmpty()) throw new CommandFailure(withoutImages(problems));
			return sessions;
		}
	}

	/** One reason stands for all if they agree. */
	private static String withoutImages(Set<String> problems) {
		return problems.size() == 1
				? problems.iterator().next()
				: "There is no image in the archive that Annotomy knows."
						+ (problems.isEmpty() ? "" : " List Series in Folder... says why.");
	}
}
