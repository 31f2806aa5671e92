package org.annotomy.ui.browse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.dicom.study.SeriesRow;
import org.annotomy.image.ImageReaders;
import org.annotomy.imagej.macro.MacroCall;
import org.annotomy.imagej.macro.MacroRecorder;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.session.Protocols;
import org.annotomy.imagej.session.SessionOpener;
import org.annotomy.imagej.session.SessionOptions;
import org.annotomy.imagej.study.LocalSource;
import org.annotomy.store.StoreException;
import org.annotomy.task.Progress;
import org.annotomy.ui.desk.Desk;

/** Opens series of this computer and seats them at the desk, as the command does. One that cannot be opened does not keep others. */
final class LocalOpening {

	private final LocalSource source;
	private final SessionOptions options;
	private final MacroRecorder recorder = MacroRecorder.beforeGesture(null);
	private final List<SeriesRow> opened = new ArrayList<>();

	LocalOpening(LocalSource source, SessionOptions options) {
		this.source = source;
		this.options = options;
	}

	/** Images, and what the user should know of them. */
	record Result(List<AnnotationSession> sessions, List<String> notes) {}

	/**
	 * Off the event dispatch thread.
	 *
	 * @throws IOException if the only one cannot be opened
	 * @throws org.annotomy.task.CancelledException if the user cancelled; then none is open
	 */
	Result open(List<SeriesRow> rows, Progress progress) throws IOException {
		SessionOpener opener = new SessionOpener(ImageReaders.discover(), Protocols.find(), options);
		List<AnnotationSession> sessions = new ArrayList<>();
		List<String> notes = new ArrayList<>();
		for (int i = 0; i < rows.size(); i++) {
			SeriesRow row = rows.get(i);
			try {
				sessions.addAll(opener.open(part -> source.read(row, part),
						progress.part(i / (double) rows.size(), (i + 1) / (double) rows.size())));
				opened.add(row);
			} catch (IOException | StoreException e) {
				if (rows.size() == 1 && e instanceof IOException alone) throw alone;
				notes.add((rows.size() == 1 ? "" : words(row) + ": ") + e.getMessage());
			} catch (RuntimeException e) {
				AnnotationSession.closeAll(sessions, e);
				throw e;
			}
		}
		return new Result(sessions, notes);
	}

	private static String words(SeriesRow row) {
		return row.number() < 0 ? "One of the files" : "Series " + row.number();
	}

	/** A file with all that belongs to it: of a DICOM file, its series. Off the event dispatch thread. */
	Result openFile(Path file, Progress progress) throws IOException {
		try {
			SessionOpener opener = new SessionOpener(ImageReaders.discover(), Protocols.find(), options);
			return new Result(opener.open(file, progress), List.of());
		} catch (StoreException e) {
			return new Result(List.of(), List.of(e.getMessage()));
		}
	}

	/** On the event dispatch thread. */
	void show(Result result) {
		result.sessions().forEach(Desk::show);
		if (result.sessions().isEmpty()) return;
		Desk.openPanel();
		if (source.asked().size() != 1) return;
		if (opened.isEmpty()) recorder.write(call("Open Study..."));
		opened.forEach(row -> recorder.write(call("Open Series from Folder...").with("series", row.seriesUid())));
	}

	private MacroCall call(String label) {
		MacroCall call = MacroCall.of(label).with("path", source.asked().get(0).toAbsolutePath().toString());
		Protocol protocol = options.protocol();
		return (protocol == null ? call : call.with("protocol", protocol.stamp().id())).with("rater", options.store().rater());
	}
}
