package org.annotomy.ui.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.annotomy.dicom.study.SeriesRow;
import org.annotomy.image.ImageReaders;
import org.annotomy.imagej.macro.MacroCall;
import org.annotomy.imagej.macro.MacroRecorder;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.session.Protocols;
import org.annotomy.imagej.session.SessionOpener;
import org.annotomy.imagej.session.SessionOptions;
import org.annotomy.imagej.web.Fetch;
import org.annotomy.imagej.web.ServerOpener;
import org.annotomy.imagej.web.ServerSource;
import org.annotomy.store.StoreException;
import org.annotomy.store.StoreOptions;
import org.annotomy.task.Progress;
import org.annotomy.ui.desk.Desk;

/** Opens series of a server and seats them at the desk, as the command does. */
final class SeriesOpening {

	private final ServerSource source;
	private final String rater;
	private final MacroRecorder recorder = MacroRecorder.beforeGesture(null);

	SeriesOpening(ServerSource source, String rater) {
		this.source = source;
		this.rater = rater;
	}

	/**
	 * What came of it.
	 *
	 * @param notes what the user should know, a sentence or two each
	 */
	record Result(List<SeriesRow> opened, List<AnnotationSession> sessions, List<String> notes) {

		Result() {
			this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
		}
	}

	/**
	 * Off the event dispatch thread. Of several series one that cannot be opened does not keep the others.
	 *
	 * @throws IOException if the only one cannot be opened
	 * @throws StoreException likewise
	 * @throws org.annotomy.task.CancelledException if the user cancelled; then none is open
	 */
	Result open(List<SeriesRow> rows, Progress progress) throws IOException, StoreException {
		Result result = new Result();
		try {
			for (int i = 0; i < rows.size(); i++)
				open(rows.get(i), rows.size() == 1, progress.part(i / (double) rows.size(), (i + 1) / (double) rows.size()),
						result);
			return result;
		} catch (IOException | StoreException | RuntimeException e) {
			AnnotationSession.closeAll(result.sessions(), e);
			throw e;
		}
	}

	private void open(SeriesRow row, boolean alone, Progress progress, Result result) throws IOException, StoreException {
		SessionOpener opener = new SessionOpener(ImageReaders.discover(), Protocols.find(),
				new SessionOptions(null, SessionOptions.Recovery.ASK, StoreOptions.of(rater)));
		try {
			ServerOpener.Opened opened = new ServerOpener(source, ImageReaders.discover(), opener).open(row.studyUid(),
					row.seriesUid(), null, Fetch.AUTO, progress);
			result.opened().add(row);
			result.sessions().addAll(opened.sessions());
			result.notes().addAll(opened.notes());
		} catch (IOException | StoreException e) {
			if (alone) throw e;
			result.notes().add((row.number() < 0 ? "One of the series" : "Series " + row.number()) + ": " + e.getMessage());
		}
	}

	/** On the event dispatch thread. */
	void show(Result result) {
		result.sessions().forEach(Desk::show);
		if (!result.sessions().isEmpty()) Desk.openPanel();
		result.opened().forEach(row -> recorder.write(MacroCall.of("Open Series from Server...").with("server", source.name())
				.with("study_uid", row.studyUid()).with("series_uid", row.seriesUid()).with("rater", rater)));
	}
}
