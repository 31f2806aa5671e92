package org.annotomy.task;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Works on pieces that come one after the other, on a few threads, and hands over the results in the order of the pieces. Only as many pieces
 * are in memory as are worked on, and a few more.
 */
public final class Pipeline {

	/** Gives the next piece, or null at the end. Called on the caller's thread. */
	public interface Source<T> {
		T next() throws Exception;
	}

	/** Makes something of a piece, on a thread of its own. */
	public interface Work<T, R> {
		R apply(T piece) throws Exception;
	}

	/** Takes a result. Called on the caller's thread. */
	public interface Sink<R> {
		void take(R result) throws Exception;
	}

	private Pipeline() {}

	/**
	 * Runs until the source ends; the first failure ends it too, and nothing goes on afterwards.
	 *
	 * @throws CancelledException if the thread was interrupted
	 * @throws Exception what one of the three failed with
	 */
	public static <T, R> void run(Source<T> source, Work<T, R> work, Sink<R> sink) throws Exception {
		ExecutorService pool = Executors.newFixedThreadPool(Workers.threads(), Workers::daemon);
		Deque<Future<R>> running = new ArrayDeque<>();
		try {
			for (T piece = source.next(); piece != null; piece = source.next()) {
				T given = piece;
				running.add(pool.submit(() -> work.apply(given)));
				if (running.size() > 2 * Workers.threads()) sink.take(result(running.remove()));
			}
			while (!running.isEmpty())
				sink.take(result(running.remove()));
		} finally {
			running.forEach(future -> future.cancel(false));
			Workers.end(pool);
		}
	}

	private static <R> R result(Future<R> future) throws Exception {
		try {
			return future.get();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new CancelledException();
		} catch (ExecutionException e) {
			if (e.getCause() instanceof Error failure) throw failure;
			throw (Exception) e.getCause();
		}
	}
}
