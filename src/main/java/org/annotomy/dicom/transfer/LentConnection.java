package org.annotomy.dicom.transfer;

import java.io.Closeable;
import java.io.IOException;
import java.util.function.Supplier;

import org.annotomy.dicom.web.DicomWebClient;
import org.annotomy.dicom.web.WebException;
import org.annotomy.task.CancelledException;
import org.annotomy.task.Progress;

/** A connection that is there while somebody asks. Closing it ends what is under way; who asks afterwards gets a new one. */
final class LentConnection implements Closeable {

	private final Supplier<DicomWebClient> opening;
	private Lent lent;

	LentConnection(Supplier<DicomWebClient> opening) {
		this.opening = opening;
	}

	/** A client that is in use, and whether it has been closed meanwhile. */
	private static final class Lent implements Progress {

		private final DicomWebClient client;
		private volatile boolean closed;

		Lent(DicomWebClient client) {
			this.client = client;
		}

		@Override
		public void update(double fraction, String doing) {
			// A frame is there soon, or it is not.
		}

		@Override
		public boolean isCancelled() { return closed; }
	}

	/** Something that a server is asked for. */
	interface Asking<T> {
		T of(DicomWebClient client, Progress progress) throws IOException;
	}

	/**
	 * Asks, again where that could help.
	 *
	 * @throws WebException of {@link WebException.Kind#GIVEN_UP} if this is closed meanwhile
	 */
	<T> T ask(Asking<T> asking) throws IOException {
		Lent now = lend();
		try {
			return Attempts.of(() -> asking.of(now.client, now));
		} catch (CancelledException e) {
			throw new WebException(WebException.Kind.GIVEN_UP, "The image was closed before the server answered.");
		}
	}

	private synchronized Lent lend() {
		if (lent == null) lent = new Lent(opening.get());
		return lent;
	}

	@Override
	public synchronized void close() {
		if (lent == null) return;
		lent.closed = true;
		lent.client.close();
		lent = null;
	}
}
