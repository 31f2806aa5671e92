package org.annotomy.dicom.web;

import java.time.Duration;

import org.annotomy.task.Progress;

/** Whether one exchange with a server goes on: when a byte last moved, and whether the user wants to stop. */
final class Activity {

	private final Progress progress;
	private final long idleNanos;
	private volatile long last = System.nanoTime();
	private volatile long bytes;
	private volatile long toSend;

	Activity(Progress progress, Duration idle) {
		this.progress = progress;
		this.idleNanos = idle.toNanos();
	}

	/** Some bytes have moved. */
	synchronized void moved(long count) {
		bytes += count;
		last = System.nanoTime();
	}

	/** So many bytes are about to be sent: from now on {@link #tell} says how far that is. */
	void sends(long total) {
		toSend = total;
	}

	/** Tells the user how much has been sent, if anything is. */
	void tell() {
		if (toSend <= 0) return;
		double fraction = Math.min(1, bytes / (double) toSend);
		progress.update(fraction, fraction < 1
				? "Sending: " + (bytes >> 20) + " of " + (toSend >> 20) + " MB"
				: "Sent; the server is working on it");
	}

	boolean isCancelled() { return progress.isCancelled(); }

	boolean isIdle() { return System.nanoTime() - last > idleNanos; }

	/**
	 * @throws org.annotomy.task.CancelledException if the user has asked to stop
	 * @throws WebException if nothing has moved for too long
	 */
	void check() throws WebException {
		progress.checkCancelled();
		if (isIdle())
			throw new WebException(WebException.Kind.TIMED_OUT,
					"The server has sent nothing for " + idleNanos / 1_000_000_000 + " s. Try again later.");
	}
}
