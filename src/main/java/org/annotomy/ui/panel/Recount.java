package org.annotomy.ui.panel;

import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import javax.swing.SwingWorker;
import javax.swing.Timer;

import org.annotomy.imagej.session.AnnotationSession;

/** Counts something of a session off the event dispatch thread, when edits have paused for a moment; one count at a time. */
final class Recount<T> {

	private static final int PAUSE_MS = 250;

	private final Function<AnnotationSession, Supplier<T>> begin;
	private final Consumer<T> counted;
	private final Timer timer = new Timer(PAUSE_MS, e -> count());
	private AnnotationSession session;
	private boolean counting;
	private boolean again;

	/**
	 * @param begin takes down on the event dispatch thread what is to be counted, and gives what counts it on another
	 * @param counted gets the result on the event dispatch thread, unless another session has been asked for meanwhile
	 */
	Recount(Function<AnnotationSession, Supplier<T>> begin, Consumer<T> counted) {
		this.begin = begin;
		this.counted = counted;
		timer.setRepeats(false);
	}

	/** @param shown of which is to be counted; null for none */
	void request(AnnotationSession shown) {
		session = shown;
		if (shown == null) timer.stop();
		else timer.restart();
	}

	private void count() {
		if (counting || session == null) {
			again = counting;
			return;
		}
		counting = true;
		AnnotationSession of = session;
		Supplier<T> work = begin.apply(of);
		new SwingWorker<T, Void>() {
			@Override
			protected T doInBackground() {
				return work.get();
			}

			@Override
			protected void done() {
				counting = false;
				try {
					if (session == of) counted.accept(get());
				} catch (InterruptedException e) {
					Thread.currentThread().interrupt();
				} catch (ExecutionException e) {
					throw new IllegalStateException("What the panel shows could not be counted.", e.getCause());
				}
				if (again) timer.restart();
				again = false;
			}
		}.execute();
	}
}
