package org.annotomy.ui.edit;

import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

import javax.swing.SwingWorker;

import org.annotomy.imagej.StatusBarProgress;
import org.annotomy.task.CancelledException;
import org.annotomy.task.Progress;

/**
 * A gesture that takes longer than a hand may be held up: worked on off the event dispatch thread, with its progress in ImageJ's status
 * bar, and stopped by Esc. If the annotations change meanwhile it is refused, not mixed with them.
 */
public final class LongGesture {

	private final Consumer<Boolean> done;
	private final Consumer<String> failed;

	/** The work. */
	@FunctionalInterface
	interface Work {
		/** @return whether anything was changed */
		boolean run(Progress progress);
	}

	/**
	 * @param done hears on the event dispatch thread whether anything was changed
	 * @param failed hears there why nothing was
	 */
	public LongGesture(Consumer<Boolean> done, Consumer<String> failed) {
		this.done = done;
		this.failed = failed;
	}

	/** @param record writes the gesture down, on the event dispatch thread, if it has changed something */
	void run(Work work, Runnable record) {
		Progress progress = new StatusBarProgress();
		new SwingWorker<Boolean, Void>() {
			@Override
			protected Boolean doInBackground() {
				return work.run(progress);
			}

			@Override
			protected void done() {
				progress.update(1, "");
				try {
					boolean changed = get();
					if (changed) record.run();
					done.accept(changed);
				} catch (InterruptedException e) {
					Thread.currentThread().interrupt();
				} catch (ExecutionException e) {
					tell(e.getCause());
				}
			}
		}.execute();
	}

	private void tell(Throwable cause) {
		if (cause instanceof CancelledException) failed.accept("Stopped: nothing was changed.");
		else
			if (cause instanceof OutOfMemoryError)
				failed.accept("There is not enough memory for this. Raise the limit in Edit > Options > Memory & Threads.");
			else
				if (cause instanceof IllegalArgumentException || cause instanceof IllegalStateException)
					failed.accept(cause.getMessage());
				else
					throw new IllegalStateException("A gesture failed.", cause);
	}
}
