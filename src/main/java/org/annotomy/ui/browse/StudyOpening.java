package org.annotomy.ui.browse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.annotomy.dicom.study.FoundStudies;
import org.annotomy.dicom.study.SeriesRow;
import org.annotomy.dicom.study.StudyQuery;
import org.annotomy.image.ImageFormatException;
import org.annotomy.image.ImageReaders;
import org.annotomy.imagej.session.SessionOptions;
import org.annotomy.imagej.study.LocalSource;
import org.annotomy.slide.SlideReaders;
import org.annotomy.store.StoreOptions;
import org.annotomy.task.Progress;
import org.annotomy.ui.dialog.EventThread;

/** Opens what a user has chosen or dropped: at once if it is one series, else in the window of studies. */
public final class StudyOpening {

	/** As nobody has said otherwise: the protocol that fits, and what a crash has left is asked for. */
	public static final SessionOptions OPTIONS = new SessionOptions(null, SessionOptions.Recovery.ASK,
			StoreOptions.of("rater-1"));

	private StudyOpening() {}

	/**
	 * Off the event dispatch thread.
	 *
	 * @param asked files, folders, DICOMDIRs or archives; one DICOM file stands for its series
	 * @throws IOException if there is no image, and no file that should be one; or the only image cannot be opened
	 */
	public static void open(List<Path> asked, SessionOptions options, Progress progress) throws IOException {
		LocalSource source = new LocalSource(asked, ImageReaders.discover());
		boolean handedOver = false;
		try {
			handedOver = open(source, options, progress);
		} finally {
			if (!handedOver) source.close();
		}
	}

	/** Whether the window of studies has the source now. */
	private static boolean open(LocalSource source, SessionOptions options, Progress progress) throws IOException {
		LocalOpening opening = new LocalOpening(source, options);
		Path only = source.asked().size() == 1 ? source.asked().get(0) : null;
		if (only != null && (isImageFile(only) || isSlide(only))) {
			show(opening, opening.openFile(only, progress));
			return false;
		}
		FoundStudies found = source.find(StudyQuery.ALL, progress.part(0, 0.3));
		if (found.rows().isEmpty())
			throw new ImageFormatException(source.unknown() == 0
					? "There is no file here."
					: "There is no image here that Annotomy knows. Files that were looked at: " + source.unknown() + ".");
		List<SeriesRow> openable = source.all(progress.part(0.3, 0.35)).stream().filter(LocalSource.Listed::isOpenable)
				.map(LocalSource.Listed::series).toList();
		if (openable.size() == 1) {
			show(opening, opening.open(openable, progress.part(0.35, 1)));
			return false;
		}
		EventThread.run(() -> StudyFrame.open(source, found, options));
		return true;
	}

	/** Whether it is neither a folder nor a DICOMDIR nor an archive. */
	public static boolean isImageFile(Path file) {
		String name = file.getFileName() == null ? "" : file.getFileName().toString().toLowerCase(Locale.ROOT);
		return Files.isRegularFile(file) && !name.equals("dicomdir") && !name.endsWith(".zip");
	}

	/** Whether the file or folder opens as a slide. @throws IOException if it cannot be read at all */
	public static boolean isSlide(Path fileOrFolder) throws IOException {
		return Files.exists(fileOrFolder) && SlideReaders.discover().find(fileOrFolder).isPresent();
	}

	private static void show(LocalOpening opening, LocalOpening.Result result) throws IOException {
		if (result.sessions().isEmpty()) throw new IOException(String.join(" ", result.notes()));
		EventThread.run(() -> opening.show(result));
	}
}
