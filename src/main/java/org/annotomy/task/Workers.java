package org.annotomy.task;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Does many pieces of work on a few threads; the first failure stops all. */
public final class Workers {

	private static final int MAX_THREADS = 8;

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
		if (threads <= 1) {
			run.call();
			return;
		}
		ExecutorService pool = Executors.newFixedThreadPool(threads, Workers::daemon);
		try {
			List<Future<Void>> running = new ArrayList<>();
			for (int i = 0; i < threads; i++)
				running.add(pool.submit(run::call));
			for (Future<Void> future : running)
				await(future);
		} finally {
			run.stop.set(true);
			end(pool);
		}
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
	private static <E extends Exception> void await(Future<Void> future) throws E {
		try {
			future.get();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new CancelledException();
		} catch (ExecutionException e) {
			if (e.getCause() instanceof RuntimeException failure) throw failure;
			if (e.getCause() instanceof Error failure) throw failure;
			throw (E) e.getCause();
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
