package org.annotomy.ui.web;

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
import org.annotomy.imagej.web.ServerOpener;
import org.annotomy.imagej.web.ServerSource;
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

	/** Images, and what the user should know of them. */
	record Result(List<AnnotationSession> sessions, List<String> notes) {}

	/** Off the event dispatch thread. */
	Result open(List<SeriesRow> rows, Progress progress) throws Exception {
		List<AnnotationSession> sessions = new ArrayList<>();
		List<String> notes = new ArrayList<>();
		for (int i = 0; i < rows.size(); i++) {
			SeriesRow row = rows.get(i);
			Progress part = progress.part(i / (double) rows.size(), (i + 1) / (double) rows.size());
			SessionOpener opener = new SessionOpener(ImageReaders.discover(), Protocols.find(),
					new SessionOptions(null, SessionOptions.Recovery.ASK, StoreOptions.of(rater)));
			ServerOpener.Opened opened = new ServerOpener(source, ImageReaders.discover(), opener).open(row.studyUid(),
					row.seriesUid(), null, part);
			sessions.addAll(opened.sessions());
			notes.addAll(opened.notes());
		}
		return new Result(sessions, notes);
	}

	/** On the event dispatch thread. */
	void show(List<SeriesRow> rows, Result result) {
		for (AnnotationSession session : result.sessions()) {
			session.show();
			if (session.image().getWindow() != null) Desk.seat(session);
		}
		if (!result.sessions().isEmpty()) Desk.openPanel();
		rows.forEach(row -> recorder.write(MacroCall.of("Open Series from Server...").with("server", source.name())
				.with("study_uid", row.studyUid()).with("series_uid", row.seriesUid()).with("rater", rater)));
	}
}
