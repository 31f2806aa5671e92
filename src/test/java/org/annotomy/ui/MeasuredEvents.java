package org.annotomy.ui;

import java.awt.AWTEvent;
import java.awt.Component;
import java.awt.EventQueue;
import java.awt.Toolkit;
import java.awt.event.PaintEvent;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;

/**
 * The queue of events with a clock: for how long at most the event dispatch thread is busy with one event, by the clock on the wall and by that of
 * the processor, which on a machine with other work says more; and how long a view takes to be painted anew.
 */
final class MeasuredEvents extends EventQueue {

	private static final long LIMIT_S = 60;
	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

	private long longestNanos;
	private long longestProcessorNanos;
	private Component awaited;
	private boolean moved;
	private boolean painted;

	private MeasuredEvents() {}

	/** Takes the place of the queue that is there. */
	static MeasuredEvents install() {
		MeasuredEvents events = new MeasuredEvents();
		Toolkit.getDefaultToolkit().getSystemEventQueue().push(events);
		return events;
	}

	synchronized void reset() {
		longestNanos = 0;
		longestProcessorNanos = 0;
	}

	synchronized long longestNanos() {
		return longestNanos;
	}

	synchronized long longestProcessorNanos() {
		return longestProcessorNanos;
	}

	/**
	 * Moves a view and waits until the window system has had it painted.
	 *
	 * @return nanoseconds from asking for it until it is painted
	 */
	long frame(Component view, Runnable move) throws Exception {
		long from = System.nanoTime();
		synchronized (this) {
			awaited = view;
			moved = false;
			painted = false;
		}
		invokeAndWait(() -> {
			synchronized (this) {
				moved = true;
			}
			move.run();
		});
		synchronized (this) {
			long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_S);
			while (!painted && System.nanoTime() < end)
				TimeUnit.MILLISECONDS.timedWait(this, 100);
			if (!painted) throw new IllegalStateException("The view was not painted.");
		}
		return System.nanoTime() - from;
	}

	@Override
	protected void dispatchEvent(AWTEvent event) {
		long processor = THREADS.getCurrentThreadCpuTime();
		long from = System.nanoTime();
		boolean counts;
		synchronized (this) {
			counts = moved && event instanceof PaintEvent && event.getSource() == awaited;
		}
		try {
			super.dispatchEvent(event);
		} finally {
			took(System.nanoTime() - from, THREADS.getCurrentThreadCpuTime() - processor, counts);
		}
	}

	private synchronized void took(long nanos, long processorNanos, boolean isPaint) {
		longestNanos = Math.max(longestNanos, nanos);
		longestProcessorNanos = Math.max(longestProcessorNanos, processorNanos);
		if (!isPaint) return;
		painted = true;
		notifyAll();
	}
}
