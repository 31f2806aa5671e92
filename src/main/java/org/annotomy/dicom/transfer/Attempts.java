package org.annotomy.dicom.transfer;

import java.io.IOException;

import org.annotomy.dicom.web.WebException;

/** Asks a server again where that could help. */
final class Attempts {

	private static final int MOST = 3;

	private Attempts() {}

	/** Something that a server is asked for. */
	interface Asking<T> {
		T run() throws IOException;
	}

	/**
	 * @return the answer, at the third attempt at the latest
	 * @throws WebException of the last attempt; at once if asking again cannot help
	 */
	static <T> T of(Asking<T> asking) throws IOException {
		for (int attempt = 1;; attempt++)
			try {
				return asking.run();
			} catch (WebException e) {
				if (!e.isPassing() || attempt == MOST) throw e;
			}
	}
}
