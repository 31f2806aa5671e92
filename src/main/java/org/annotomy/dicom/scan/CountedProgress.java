package org.annotomy.dicom.scan;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

import org.annotomy.task.Progress;

/** Tells of files in numbers, some ten times a second however many they are. */
final class CountedProgress implements Progress {

	private static final long APART_NS = 80_000_000;

	private final Progress watcher;
	private final int count;
	private final AtomicLong last = new AtomicLong(System.nanoTime() - APART_NS);

	CountedProgress(Progress watcher, int count) {
		this.watcher = watcher;
		this.count = count;
	}

	@Override
	public void update(double fraction, String doing) {
		long before = last.get();
		long now = System.nanoTime();
		boolean due = now - before >= APART_NS || fraction >= 1;
		if (!due || !last.compareAndSet(before, now)) return;
		watcher.update(fraction, String.format(Locale.ROOT, "%,d of %,d files", Math.round(fraction * count), count));
	}

	@Override
	public boolean isCancelled() { return watcher.isCancelled(); }
}
