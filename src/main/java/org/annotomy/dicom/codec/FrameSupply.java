package org.annotomy.dicom.codec;

import java.io.Closeable;
import java.io.IOException;

/** Gives the frames of an image that are not in a file at hand, one by one. Must be safe for use by several threads. */
public interface FrameSupply extends Closeable {

	/**
	 * @param index from 0
	 * @throws IOException in words for the user; asking again may help
	 */
	StoredFrame frame(int index) throws IOException;

	/** The frame that was given cannot be decoded: it is not to be given again from what was kept. */
	void reject(int index);

	/** Gives up what is under way, and what is held open. Asking afterwards still works: it begins anew. */
	@Override
	void close() throws IOException;
}
