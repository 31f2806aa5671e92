package org.annotomy.imagej.web;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.annotomy.dicom.study.StudySource.Fetched;
import org.annotomy.home.InUse;
import org.annotomy.dicom.web.WebException;
import org.annotomy.image.ImageFormatException;
import org.annotomy.image.ImageReaders;
import org.annotomy.image.MedicalImage;
import org.annotomy.imagej.ImagePlusFactory;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.session.SessionOpener;
import org.annotomy.store.StoreException;
import org.annotomy.task.Progress;

import ij.ImagePlus;

/**
 * Opens a series of a server for annotation: retrieves what is missing, lays the server's labels beside it if there are none yet, and opens
 * the local copy as any other folder.
 */
public final class ServerOpener {

	private static final String ON_DEMAND = "The frames stay on the server until they are shown. A frame that it does not give is empty, and its label says why; "
			+ "show it again to ask again. Open Series from Server... with fetch=whole brings all of them here.";

	private final ServerSource source;
	private final ImageReaders readers;
	private final SessionOpener sessions;
	private final List<String> notes = new ArrayList<>();

	public ServerOpener(ServerSource source, ImageReaders readers, SessionOpener sessions) {
		this.source = source;
		this.readers = readers;
		this.sessions = sessions;
	}

	/** An image with its annotations, and what the user should know, a sentence or two each. */
	public record Opened(List<AnnotationSession> sessions, List<String> notes) {}

	/**
	 * @param folder for the series alone; null for one in the user's folder
	 * @param how how much is fetched before the series is shown
	 * @throws IOException if the series cannot be retrieved or read
	 * @throws StoreException if labels lie beside the images here but cannot be opened
	 * @throws org.annotomy.task.CancelledException if the user cancelled; what has been retrieved stays
	 */
	public Opened open(String studyUid, String seriesUid, Path folder, Fetch how, Progress progress)
			throws IOException, StoreException {
		InUse use = source.use(seriesUid, folder);
		try (use) {
			return openUsed(studyUid, seriesUid, folder, how, progress);
		}
	}

	private Opened openUsed(String studyUid, String seriesUid, Path folder, Fetch how, Progress progress)
			throws IOException, StoreException {
		List<MedicalImage> images = images(studyUid, seriesUid, folder, how, progress.part(0, 0.9));
		ServerLabels labels = labels(studyUid, seriesUid, progress.part(0.9, 0.95));
		List<AnnotationSession> opened = new ArrayList<>();
		try {
			for (MedicalImage image : images)
				if (seriesUid.equals(image.identity().seriesUid())) opened.add(attach(image, labels, progress.part(0.95, 1)));
		} catch (IOException | StoreException | RuntimeException e) {
			AnnotationSession.closeAll(opened, e);
			throw e;
		}
		return new Opened(opened, notes);
	}

	private List<MedicalImage> images(String studyUid, String seriesUid, Path folder, Fetch how, Progress progress)
			throws IOException {
		if (how != Fetch.WHOLE) {
			Optional<List<MedicalImage>> onDemand = source.onDemand(studyUid, seriesUid, folder, how, progress.part(0, 0.2));
			if (onDemand.isPresent()) {
				notes.add(ON_DEMAND);
				return onDemand.get();
			}
		}
		try (Fetched fetched = source.fetch(studyUid, seriesUid, folder, progress.part(0.2, 0.8))) {
			notes.addAll(fetched.notes());
			return readers.read(fetched.path(), progress.part(0.8, 1));
		}
	}

	/** Null if the server has none or cannot be asked. */
	private ServerLabels labels(String studyUid, String seriesUid, Progress progress) throws IOException {
		try {
			ServerLabels labels = ServerLabels.of(source.client(), studyUid, seriesUid, progress);
			return labels.isEmpty() ? null : labels;
		} catch (WebException e) {
			notes.add("It could not be found out whether the server has labels for this series: " + e.getMessage());
		} catch (ImageFormatException e) {
			notes.add("The server's labels for this series cannot be used: " + e.getMessage());
		}
		return null;
	}

	private AnnotationSession attach(MedicalImage image, ServerLabels labels, Progress progress)
			throws IOException, StoreException {
		ServerLabels.Brought brought = labels == null ? ServerLabels.Brought.NONE : labels.bring(image);
		ImagePlus shown = ImagePlusFactory.open(image); // once: it takes the pixels over
		try {
			AnnotationSession session = sessions.attach(shown, progress);
			if (brought == ServerLabels.Brought.YES)
				notes.add("The labels of " + labels.written() + " came from the server.");
			if (brought == ServerLabels.Brought.OTHERS_KEPT)
				notes.add("The server has other labels, of " + labels.written()
						+ "; those on this computer were kept. To use the server's, open the series in another folder.");
			return session;
		} catch (StoreException e) {
			if (brought != ServerLabels.Brought.YES) throw e;
			labels.takeBack(image);
			notes.add("The server's labels cannot be used: " + e.getMessage());
			return sessions.attach(shown, progress);
		}
	}
}
