package org.annotomy.task;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

import org.junit.Test;

public class WorkersTest {

	@Test
	public void eachPieceIsDoneOnce() {
		AtomicIntegerArray done = new AtomicIntegerArray(1000);
		Workers.forEach(1000, Progress.NONE, "Counting", done::incrementAndGet);
		for (int i = 0; i < done.length(); i++)
			assertEquals(1, done.get(i));
		Workers.forEach(0, Progress.NONE, "Counting", i -> { throw new AssertionError(); });
	}

	@Test
	public void aFailureStopsTheRestAndIsThrown() {
		AtomicInteger begun = new AtomicInteger();
		IOException failure = new IOException("broken");
		assertEquals(failure, assertThrows(IOException.class, () -> Workers.forEach(1_000_000, Progress.NONE, "Reading", i -> {
			begun.incrementAndGet();
			throw failure;
		})));
		assertTrue(begun.get() <= Workers.threads());
		assertThrows(IllegalStateException.class,
				() -> Workers.forEach(5, Progress.NONE, "Reading", i -> {
					throw new IllegalStateException();
				}));
		assertThrows(StackOverflowError.class,
				() -> Workers.forEach(5, Progress.NONE, "Reading", i -> { throw new StackOverflowError(); }));
	}

	/** The other piece goes on for a tenth of a second after the failure. */
	@Test
	public void nothingGoesOnWhenTheFailureIsThrown() {
		assumeTrue(Workers.threads() > 1);
		CountDownLatch begun = new CountDownLatch(1);
		AtomicBoolean ended = new AtomicBoolean();
		assertThrows(IOException.class, () -> Workers.forEach(2, Progress.NONE, "Reading", i -> {
			if (i == 0) {
				await(begun, 5000);
				throw new IOException("broken");
			}
			begun.countDown();
			await(new CountDownLatch(1), 100);
			ended.set(true);
		}));
		assertTrue(ended.get());
	}

	private static void await(CountDownLatch latch, int atMostMs) {
		try {
			latch.await(atMostMs, TimeUnit.MILLISECONDS);
		} catch (InterruptedException e) {
			throw new AssertionError(e);
		}
	}

	@Test
	public void theUserCanCancel() {
		AtomicInteger begun = new AtomicInteger();
		Progress cancelledAfterTen = new Progress() {
			@Override
			public void update(double fraction, String doing) {
				// Nobody watches.
			}

			@Override
			public boolean isCancelled() { return begun.get() >= 10; }
		};
		assertThrows(CancelledException.class,
				() -> Workers.forEach(1_000_000, cancelledAfterTen, "Counting", i -> begun.incrementAndGet()));
		assertTrue(begun.get() < 10 + Workers.threads());
	}

	@Test
	public void anInterruptedCallerStops() {
		Thread.currentThread().interrupt();
		assertThrows(CancelledException.class, () -> Workers.forEach(100, Progress.NONE, "Counting", i -> Thread.yield()));
		assertTrue(Thread.interrupted());
	}
}
