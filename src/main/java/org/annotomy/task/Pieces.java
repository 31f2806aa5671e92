package org.annotomy.task;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;

/**
 * Short work in pieces, done many times over, on threads that are there already. Nobody waits for a slow thread: a piece that another thread has
 * begun and not finished is done again by the caller, and whoever is first counts. On a machine with much else to do, where a thread may stand
 * still for longer than all of the work takes, this is what keeps it going.
 */
public final class Pieces {

	/** How often it is looked whether another thread is about to finish, before its piece is done again. */
	private static final int LOOKS = 2000;

	private Pieces() {}

	/**
	 * @param work makes the result of a piece, never null; of one piece perhaps on two threads at once, so it must change nothing that others see, and
	 *            give the same each time
	 * @return the results in their order; empty for no pieces
	 */
	public static <T> List<T> of(int count, IntFunction<T> work) {
		AtomicReferenceArray<T> results = new AtomicReferenceArray<>(count);
		AtomicInteger next = new AtomicInteger();
		int helpers = Math.min(count - 1, ForkJoinPool.commonPool().getParallelism());
		for (int i = 0; i < helpers; i++)
			ForkJoinPool.commonPool().execute(() -> take(next, count, results, work));
		take(next, count, results, work);
		List<T> all = new ArrayList<>(count);
		for (int i = 0; i < count; i++) {
			for (int look = 0; look < LOOKS && results.get(i) == null; look++)
				Thread.onSpinWait();
			if (results.get(i) == null) results.compareAndSet(i, null, work.apply(i));
			all.add(results.get(i));
		}
		return all;
	}

	/** What fails on a helper fails on the caller too, since it does the piece again. */
	private static <T> void take(AtomicInteger next, int count, AtomicReferenceArray<T> results, IntFunction<T> work) {
		for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement())
			results.compareAndSet(i, null, work.apply(i));
	}
}
