package org.annotomy.ui.tool;

import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

import javax.swing.SwingWorker;

import org.annotomy.task.CancelledException;

/**
 * Work for a preview that follows the mouse: done off the event dispatch thread, one piece at a time; of the pieces that wait only the
 * latest is done. To be used on the event dispatch thread.
 */
final class LatestWork {

	private Supplier<Runnable> waiting;
	private boolean working;
	private int wanted;

	/** @param work is done off the event dispatch thread; what it gives is run on it, unless {@link #forget} came in between */
	void request(Supplier<Runnable> work) {
		if (working) waiting = work;
		else start(work);
	}

	/** Nothing that was asked for so far is to be shown. */
	void forget() {
		waiting = null;
		wanted++;
	}

	private void start(Supplier<Runnable> work) {
		working = true;
		int asked = wanted;
		new SwingWorker<Runnable, Void>() {
			@Override
			protected Runnable doInBackground() {
				return work.get();
			}

			@Override
			protected void done() {
				working = false;
				try {
					if (asked == wanted) get().run();
				} catch (InterruptedException e) {
					Thread.currentThread().interrupt();
				} catch (ExecutionException e) {
					requireRefusal(e.getCause());
				}
				Supplier<Runnable> next = waiting;
				waiting = null;
				if (next != null) start(next);
			}
		}.execute();
	}

	/** What cannot be previewed is not shown; why, the click tells. */
	private static void requireRefusal(Throwable cause) {
		boolean refused = cause instanceof IllegalArgumentException || cause instanceof IllegalStateException
				|| cause instanceof CancelledException;
		if (!refused) throw new IllegalStateException("A preview failed.", cause);
	}
}
