package org.annotomy.task;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Does many pieces of work on a few threads; the first failure stops all. */
public final class Workers {

	private static final int MAX_THREADS = 8;
	private static final int IDLE_S = 2;
	/** Kept for a while, since to start a thread takes as long as many a small piece of work. Who waits for them works, too. */
	private static final ExecutorService HELPERS = new ThreadPoolExecutor(0, Integer.MAX_VALUE, IDLE_S, TimeUnit.SECONDS,
			new SynchronousQueue<>(), Workers::daemon);

	/**
	 * One piece of work.
	 *
	 * @param <E> what it may fail with
	 */
	public interface Work<E extends Exception> {
		void run(int index) throws E;
	}

	private Workers() {}

	/** How many pieces are worked on at once: one per processor, {@value #MAX_THREADS} at the most. */
	public static int threads() {
		return Math.min(MAX_THREADS, Runtime.getRuntime().availableProcessors());
	}

	/**
	 * Runs {@code work} for 0 to {@code count} - 1 in any order and waits for the end; also after a failure nothing goes on.
	 *
	 * @param doing what is being done, in words for the user
	 * @throws CancelledException if the user cancelled, or the thread was interrupted
	 */
	public static <E extends Exception> void forEach(int count, Progress progress, String doing, Work<E> work) throws E {
		if (Thread.currentThread().isInterrupted()) throw new CancelledException();
		int threads = Math.min(count, threads());
		Run<E> run = new Run<>(count, progress, doing, work);
		List<Future<Void>> helpers = new ArrayList<>();
		for (int i = 1; i < threads; i++)
			helpers.add(HELPERS.submit(run::call));
		try {
			run.call();
		} finally {
			end(helpers, run);
		}
		for (Future<Void> helper : helpers)
			rethrow(helper);
		if (Thread.currentThread().isInterrupted() && run.done.get() < count) throw new CancelledException();
	}

	/** Waits for the pieces that are still worked on; whoever interrupts stops the rest. */
	private static void end(List<Future<Void>> helpers, Run<?> run) {
		boolean interrupted = false;
		for (Future<Void> helper : helpers)
			while (!helper.isDone())
				try {
					helper.get();
				} catch (InterruptedException e) {
					interrupted = true;
					run.stop.set(true);
				} catch (ExecutionException e) {
					// Thrown when all have come to rest.
				}
		if (interrupted) Thread.currentThread().interrupt();
	}

	/** Waits for the pieces that are still worked on, so that nothing is used behind the back of who goes on. */
	static void end(ExecutorService pool) {
		pool.shutdown();
		boolean interrupted = false;
		while (!pool.isTerminated())
			try {
				pool.awaitTermination(1, TimeUnit.DAYS);
			} catch (InterruptedException e) {
				interrupted = true;
			}
		if (interrupted) Thread.currentThread().interrupt();
	}

	static Thread daemon(Runnable work) {
		Thread thread = new Thread(work, "annotomy-worker");
		thread.setDaemon(true);
		return thread;
	}

	@SuppressWarnings("unchecked")
	private static <E extends Exception> void rethrow(Future<Void> ended) throws E {
		boolean interrupted = Thread.interrupted();
		try {
			ended.get();
		} catch (InterruptedException e) {
			throw new IllegalStateException("Nobody waits for what has ended.", e);
		} catch (ExecutionException e) {
			if (e.getCause() instanceof RuntimeException failure) throw failure;
			if (e.getCause() instanceof Error failure) throw failure;
			throw (E) e.getCause();
		} finally {
			if (interrupted) Thread.currentThread().interrupt();
		}
	}

	private record Run<E extends Exception>(int count, Progress progress, String doing, Work<E> work, AtomicInteger next,
			AtomicInteger done,
			AtomicBoolean stop) {

		Run(int count, Progress progress, String doing, Work<E> work) {
			this(count, progress, doing, work, new AtomicInteger(), new AtomicInteger(), new AtomicBoolean());
		}

		Void call() throws E {
			boolean finished = false;
			try {
				for (int i = next.getAndIncrement(); i < count && !stop.get(); i = next.getAndIncrement()) {
					progress.checkCancelled();
					if (Thread.currentThread().isInterrupted()) throw new CancelledException();
					work.run(i);
					progress.update(done.incrementAndGet() / (double) count, doing);
				}
				finished = true;
				return null;
			} finally {
				if (!finished) stop.set(true);
			}
		}
	}
}
