package org.annotomy.ui.panel;

import java.awt.EventQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.annotomy.annotation.DocumentListener;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.store.StoreState;

/** Hears of every change of a session, from any thread, and passes it on once per turn of the event dispatch thread. */
final class SessionWatch {

	private final AnnotationSession session;
	private final Runnable refresh;
	private final AtomicBoolean pending = new AtomicBoolean();
	private final Runnable later = this::later;
	private final Consumer<StoreState> stateListener = state -> later();
	private final DocumentListener documentListener = (edit, cause) -> later();

	SessionWatch(AnnotationSession session, Runnable refresh) {
		this.session = session;
		this.refresh = refresh;
		session.document().addListener(documentListener);
		session.selection().addListener(later);
		session.addClassListener(later);
		session.segments().addListener(later);
		session.overlay().addLookListener(later);
		session.store().addStateListener(stateListener);
	}

	void stop() {
		session.document().removeListener(documentListener);
		session.selection().removeListener(later);
		session.removeClassListener(later);
		session.segments().removeListener(later);
		session.overlay().removeLookListener(later);
		session.store().removeStateListener(stateListener);
	}

	private void later() {
		if (pending.compareAndSet(false, true)) EventQueue.invokeLater(() -> {
			pending.set(false);
			refresh.run();
		});
	}
}
