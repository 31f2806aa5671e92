package org.annotomy.image;

import java.io.IOException;

/** Makes planes when they are asked for, such as by decoding a frame of a file. Must be safe for use by several threads. */
@FunctionalInterface
public interface PlaneSource {

	/**
	 * A new array that nobody else holds.
	 *
	 * @param index c fastest, then z, then t
	 * @throws IOException in words for the user
	 */
	Object load(int index) throws IOException;
}
