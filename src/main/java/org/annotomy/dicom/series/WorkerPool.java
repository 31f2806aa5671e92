package org.annotomy.dicom.series;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.annotomy.task.Progress;

/** Does many small pieces of work on a few threads; the first failure stops all. */
final class WorkerPool {

	private static final int MAX_THREADS = 8;

	/** One piece of work. */
	interface Work {
		void run(int index) throws IOException;
	}

	private WorkerPool() {}

	/**
	 * Runs {@code work} for 0 to {@code count} - 1 in any order and waits for the end.
	 *
	 * @throws org.annotomy.task.CancelledException if the user cancelled
	 */
	static void forEach(int count, Progress progress, String doing, Work work) throws IOException {
		int threads = Math.min(Math.min(count, MAX_THREADS), Runtime.getRuntime().availableProcessors());
		Run run = new Run(count, progress, doing, work);
		if (threads <= 1) {
			run.call();
			return;
		}
		ExecutorService pool = Executors.newFixedThreadPool(threads, WorkerPool::daemon);
		try {
			List<Future<Void>> running = new ArrayList<>();
			for (int i = 0; i < threads; i++)
				running.add(pool.submit(run::call));
			for (Future<Void> future : running)
				await(future);
		} finally {
			run.stop.set(true);
			pool.shutdown();
		}
	}

	private static Thread daemon(Runnable work) {
		Thread thread = new Thread(work, "annotomy-dicom");
		thread.setDaemon(true);
		return thread;
	}

	private static void await(Future<Void> future) throws IOException {
		try {
			future.get();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IOException("Reading was interrupted.", e);
		} catch (ExecutionException e) {
			if (e.getCause() instanceof IOException failure) throw failure;
			if (e.getCause() instanceof RuntimeException failure) throw failure;
			if (e.getCause() instanceof Error failure) throw failure;
			throw new IOException("Reading failed.", e.getCause());
		}
	}

	private record Run(int count, Progress progress, String doing, Work work, AtomicInteger next, AtomicInteger done,
			AtomicBoolean stop) {

		Run(int count, Progress progress, String doing, Work work) {
			this(count, progress, doing, work, new AtomicInteger(), new AtomicInteger(), new AtomicBoolean());
		}

		Void call() throws IOException {
			try {
				for (int i = next.getAndIncrement(); i < count && !stop.get(); i = next.getAndIncrement()) {
					progress.checkCancelled();
					work.run(i);
					progress.update(done.incrementAndGet() / (double) count, doing);
				}
				return null;
			} catch (IOException | RuntimeException | Error e) {
				stop.set(true);
				throw e;
			}
		}
	}
}
