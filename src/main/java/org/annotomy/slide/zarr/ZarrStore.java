package org.annotomy.slide.zarr;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** Where the keys of a Zarr hierarchy lead to bytes. Safe for use by several threads. */
interface ZarrStore extends Closeable {

	/** No value that we ask for is larger. */
	int MAX_VALUE = 512 << 20;

	/**
	 * The whole value of a key.
	 *
	 * @param key with slashes, never beginning with one
	 * @return null if there is none
	 */
	byte[] get(String key) throws IOException;

	/**
	 * A part of a value.
	 *
	 * @param offset from the beginning; negative counts from the end
	 * @return null if there is no such key
	 */
	byte[] get(String key, long offset, int count) throws IOException;

	/** What is strange about what came so far, a sentence for the user; empty if nothing is. */
	default Optional<String> remark() {
		return Optional.empty();
	}
}
