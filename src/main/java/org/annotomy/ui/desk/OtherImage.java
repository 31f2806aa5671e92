package org.annotomy.ui.desk;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;

import javax.swing.SwingWorker;

import org.annotomy.image.ImageReaders;
import org.annotomy.imagej.StatusBarProgress;
import org.annotomy.imagej.macro.MacroCall;
import org.annotomy.imagej.macro.MacroRecorder;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.session.Protocols;
import org.annotomy.imagej.session.SessionOpener;
import org.annotomy.imagej.session.SessionOptions;
import org.annotomy.imagej.session.SessionOptions.Recovery;
import org.annotomy.slide.FileImages;
import org.annotomy.store.StoreOptions;
import org.annotomy.task.CancelledException;
import org.annotomy.task.Progress;
import org.annotomy.ui.notice.NoticeBoard;
import org.annotomy.ui.study.FailureWords;

import ij.ImagePlus;
import ij.WindowManager;

/** Opens the other slides of a slide's file, each in a window of its own, for the same rater. For the event thread. */
final class OtherImage {

	private final AnnotationSession session;
	private final FileImages images;
	private final Path file;
	/** Those that are being opened. */
	private final Set<Integer> opening = new HashSet<>();

	OtherImage(AnnotationSession session, FileImages images) {
		this.session = session;
		this.images = images;
		file = images.file(session.source().sidecar());
	}

	/** One that is open already comes to the front; one that is just being opened is not opened again. @param index from 0 */
	void open(int index) {
		Path sidecar = images.showing(index).sidecar(file);
		Optional<ImagePlus> open = shown(sidecar);
		if (open.isPresent()) {
			open.get().getWindow().toFront();
			return;
		}
		if (!opening.add(index)) return;
		MacroRecorder recorder = MacroRecorder.beforeGesture(null);
		Progress progress = new StatusBarProgress();
		new SwingWorker<AnnotationSession, Void>() {
			@Override
			protected AnnotationSession doInBackground() throws Exception {
				SessionOptions options = new SessionOptions(session.document().protocol(), Recovery.ASK,
						StoreOptions.of(session.rater()));
				return new SessionOpener(ImageReaders.discover(), Protocols.find(), options).open(file, index + 1, progress)
						.get(0);
			}

			@Override
			protected void done() {
				opening.remove(index);
				progress.update(1, "");
				try {
					Desk.show(get());
					recorder.write(call(index + 1));
				} catch (InterruptedException e) {
					Thread.currentThread().interrupt();
				} catch (ExecutionException e) {
					tell(e.getCause());
				}
			}
		}.execute();
	}

	private MacroCall call(int number) {
		return MacroCall.of("Open Study...").with("path", file.toAbsolutePath().toString()).with("image_number", number)
				.with("protocol", session.document().protocol().stamp().id()).with("rater", session.rater());
	}

	private static Optional<ImagePlus> shown(Path sidecar) {
		int[] ids = WindowManager.getIDList();
		for (int id : ids == null ? new int[0] : ids) {
			ImagePlus image = WindowManager.getImage(id);
			boolean here = image != null && image.getWindow() != null
					&& AnnotationSession.of(image).map(other -> sidecar.equals(other.source().sidecar())).orElse(false);
			if (here) return Optional.of(image);
		}
		return Optional.empty();
	}

	private static void tell(Throwable cause) {
		if (cause instanceof CancelledException) return;
		if (cause instanceof RuntimeException unexpected) throw unexpected;
		NoticeBoard.find().tell(FailureWords.of(cause), true);
	}
}
