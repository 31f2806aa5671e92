package org.annotomy.task;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Copies bytes while somebody watches. */
public final class WatchedCopy {

	private static final int CHUNK = 1 << 16;

	private WatchedCopy() {}

	/** Is asked before each chunk is written. */
	@FunctionalInterface
	public interface Watcher {

		/**
		 * @param bytes that will have been written then
		 * @throws IOException or {@link CancelledException} if that is not to be
		 */
		void before(long bytes) throws IOException;
	}

	/** Copies all that is left. Closes neither. */
	public static void copy(InputStream in, OutputStream out, Watcher watcher) throws IOException {
		byte[] chunk = new byte[CHUNK];
		long bytes = 0;
		for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
			bytes += count;
			watcher.before(bytes);
			out.write(chunk, 0, count);
		}
	}
}
