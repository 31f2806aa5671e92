package org.annotomy.ui.desk;

import java.awt.EventQueue;

import javax.swing.Timer;

import org.annotomy.annotation.DocumentListener;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.ui.action.DeskActions;

/** Writes the sidecar when the rater pauses. The journal has each edit within a second; this only keeps the readable file near. */
final class AutoSave {

	private static final int PAUSE_MS = 10_000;

	private final Timer timer;
	private final DocumentListener listener;
	private final AnnotationSession session;

	AutoSave(AnnotationSession session) {
		this.session = session;
		timer = new Timer(PAUSE_MS, e -> new DeskActions(() -> session).autoSave());
		timer.setRepeats(false);
		listener = (edit, cause) -> EventQueue.invokeLater(timer::restart);
	}

	void start() {
		session.document().addListener(listener);
	}

	void stop() {
		session.document().removeListener(listener);
		timer.stop();
	}
}
