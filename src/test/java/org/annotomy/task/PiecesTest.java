package org.annotomy.task;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import org.junit.Test;

public class PiecesTest {

	private static final List<Integer> SQUARES = IntStream.range(0, 40).map(i -> i * i).boxed().toList();

	@Test
	public void resultsComeInTheirOrder() {
		for (int again = 0; again < 200; again++)
			assertEquals(SQUARES, Pieces.of(40, i -> i * i));
		assertEquals(List.of(), Pieces.of(0, i -> i));
		assertEquals(List.of(0), Pieces.of(1, i -> i));
	}

	/** Threads that took a piece and stand still hold up nobody. */
	@Test(timeout = 60_000)
	public void aThreadThatStandsStillIsNotWaitedFor() {
		Thread caller = Thread.currentThread();
		CountDownLatch end = new CountDownLatch(1);
		try {
			assertEquals(SQUARES, Pieces.of(40, i -> {
				if (Thread.currentThread() != caller) await(end);
				return i * i;
			}));
		} finally {
			end.countDown();
		}
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	@Test
	public void whatFailsIsToldToTheCaller() {
		assertEquals("piece 7", assertThrows(IllegalArgumentException.class, () -> Pieces.of(40, i -> {
			if (i == 7) throw new IllegalArgumentException("piece 7");
			return i;
		})).getMessage());
	}
}
