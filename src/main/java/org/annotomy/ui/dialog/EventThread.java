package org.annotomy.ui.dialog;

import java.awt.EventQueue;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import org.annotomy.task.CancelledException;

/** Runs what touches windows on the event dispatch thread, from whatever thread, and waits for it. */
public final class EventThread {

	private EventThread() {}

	public static void run(Runnable action) {
		call(() -> {
			action.run();
			return null;
		});
	}

	/**
	 * @throws CancelledException if the action throws it, or the thread is interrupted while it waits
	 * @throws IllegalStateException if the action fails; with its message
	 */
	public static <T> T call(Supplier<T> action) {
		if (EventQueue.isDispatchThread()) return action.get();
		AtomicReference<T> answer = new AtomicReference<>();
		try {
			EventQueue.invokeAndWait(() -> answer.set(action.get()));
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new CancelledException();
		} catch (InvocationTargetException e) {
			if (e.getCause() instanceof CancelledException quiet) throw quiet;
			throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
		}
		return answer.get();
	}
}
