package org.annotomy.ui.effect;

import java.awt.EventQueue;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import javax.swing.JProgressBar;
import javax.swing.SwingWorker;

import org.annotomy.task.CancelledException;
import org.annotomy.task.Progress;

/**
 * Work for previews off the event dispatch thread, one piece at a time. A new piece stops the one that is worked on and takes its place. To be
 * used on the event dispatch thread.
 */
final class EffectWork {

	private final JProgressBar bar;
	private final Consumer<String> failed;
	private final Consumer<Boolean> busy;
	private Job waiting;
	private final Queue<Runnable> idle = new ArrayDeque<>();
	private Watch running;

	/** A piece of work. */
	@FunctionalInterface
	interface Job {
		/** Off the event dispatch thread. @return what to do on it in the end */
		Runnable run(Progress progress);
	}

	/**
	 * @param bar shows how far the work is
	 * @param failed hears why nothing is shown; an empty text when work begins
	 * @param busy hears whether something is worked on
	 */
	EffectWork(JProgressBar bar, Consumer<String> failed, Consumer<Boolean> busy) {
		this.bar = bar;
		this.failed = failed;
		this.busy = busy;
	}

	void request(Job job) {
		waiting = job;
		if (running == null) next();
		else running.cancelled.set(true);
	}

	/** Stops what is worked on, and forgets what waits. */
	void stop() {
		waiting = null;
		if (running != null) running.cancelled.set(true);
	}

	/** Runs something as soon as nothing is worked on, after what was to be run then before; what was worked on or waits is stopped. */
	void whenIdle(Runnable action) {
		stop();
		if (running == null) action.run();
		else idle.add(action);
	}

	boolean isBusy() { return running != null; }

	private void next() {
		Job job = waiting;
		waiting = null;
		if (job == null) return;
		Watch watch = new Watch();
		running = watch;
		failed.accept("");
		busy.accept(true);
		new SwingWorker<Runnable, Void>() {
			@Override
			protected Runnable doInBackground() {
				return job.run(watch);
			}

			@Override
			protected void done() {
				running = null;
				bar.setValue(0);
				busy.accept(false);
				try {
					Runnable shown = get();
					if (!watch.isCancelled()) shown.run();
				} catch (InterruptedException e) {
					Thread.currentThread().interrupt();
				} catch (ExecutionException e) {
					tell(e.getCause(), watch.isCancelled());
				} finally {
					goOn();
				}
			}
		}.execute();
	}

	private void goOn() {
		while (running == null && !idle.isEmpty())
			idle.poll().run();
		if (running == null) next();
	}

	/** @param stopped whether nobody waits for it any more: then why it was refused is not told, but what nobody foresaw still is */
	private void tell(Throwable cause, boolean stopped) {
		boolean refused = cause instanceof IllegalArgumentException || cause instanceof IllegalStateException;
		if (cause instanceof CancelledException || stopped && refused) return;
		if (refused) failed.accept(cause.getMessage());
		else
			if (cause instanceof OutOfMemoryError)
				failed.accept("There is not enough memory for this. Raise the limit in Edit > Options > Memory & Threads.");
			else
				throw new IllegalStateException("A preview failed.", cause);
	}

	private final class Watch implements Progress {

		private final AtomicBoolean cancelled = new AtomicBoolean();
		private final AtomicBoolean pending = new AtomicBoolean();
		private volatile double fraction;

		@Override
		public void update(double done, String doing) {
			fraction = done;
			if (pending.compareAndSet(false, true)) EventQueue.invokeLater(() -> {
				pending.set(false);
				if (running == this) bar.setValue((int) Math.round(Math.max(0, fraction) * bar.getMaximum()));
			});
		}

		@Override
		public boolean isCancelled() { return cancelled.get(); }
	}
}
