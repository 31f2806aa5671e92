package org.annotomy.dicom.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** The body of an answer: a watcher closes it when the user cancels or the server falls silent, and the reader is told which it was. */
final class WatchedStream extends FilterInputStream {

	private static final long LOOK_MS = 50;

	private final Activity activity;
	private final ScheduledFuture<?> watch;

	WatchedStream(InputStream body, Activity activity, ScheduledExecutorService watcher) {
		super(body);
		this.activity = activity;
		this.watch = watcher.scheduleWithFixedDelay(this::look, LOOK_MS, LOOK_MS, TimeUnit.MILLISECONDS);
	}

	private void look() {
		if (!activity.isCancelled() && !activity.isIdle()) return;
		watchEnds();
		try {
			in.close();
		} catch (IOException e) {
			// The reader finds out by itself.
		}
	}

	private void watchEnds() {
		if (watch != null) watch.cancel(false);
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		activity.check();
		try {
			int count = in.read(target, offset, length);
			if (count > 0) activity.moved(count);
			else activity.check();
			return count;
		} catch (IOException e) {
			activity.check();
			throw new WebException(WebException.Kind.UNREACHABLE, 0, "The connection to the server broke.", e);
		}
	}

	@Override
	public void close() throws IOException {
		watchEnds();
		super.close();
	}
}
