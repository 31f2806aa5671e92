package org.annotomy.image;

import java.io.Closeable;
import java.io.IOException;

/** Makes planes when they are asked for, such as by decoding a frame of a file. Must be safe for use by several threads. */
@FunctionalInterface
public interface PlaneSource extends Closeable {

	/**
	 * A new array that nobody else holds.
	 *
	 * @param index c fastest, then z, then t
	 * @throws IOException in words for the user
	 */
	Object load(int index) throws IOException;

	/** Frees what is held open, and gives up what is under way. Planes can still be asked for. */
	@Override
	default void close() throws IOException {
		// Most hold nothing.
	}
}
