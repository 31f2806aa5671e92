package org.annotomy.store.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** A file that is being written at its end. Made for one thread at a time. */
public interface OpenFile extends Closeable {

	/** Writes all that remains in the buffer. @throws IOException if not all could be written; some of it may have been */
	void write(ByteBuffer bytes) throws IOException;

	/** Returns when all that was written is on the disk itself. @throws IOException if that cannot be said */
	void force() throws IOException;

	/** Cuts the file off after {@code size} bytes and goes on from there. @throws IOException if that fails */
	void truncate(long size) throws IOException;

	/** Bytes written so far, those from before it was opened included. @throws IOException if that fails */
	long size() throws IOException;
}
