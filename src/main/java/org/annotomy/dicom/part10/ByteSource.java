package org.annotomy.dicom.part10;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/** Random access to bytes. Safe for use by several threads. */
public interface ByteSource extends Closeable {

	/** In bytes. */
	long size();

	/**
	 * Fills {@code target} from its position to its limit.
	 *
	 * @throws java.io.EOFException if the source ends before
	 */
	void read(long offset, ByteBuffer target) throws IOException;

	/** Frees the file handle. Reading afterwards still works: it opens the file again for each read. */
	@Override
	default void close() throws IOException {
		// Bytes in memory hold nothing open.
	}

	/** The bytes of a file, read where they are asked for. */
	static ByteSource of(Path file) throws IOException {
		return new FileSource(file);
	}

	/** These bytes; kept, not copied. */
	static ByteSource of(byte[] bytes) {
		return new ArraySource(bytes, bytes.length);
	}

	/** Several ranges of bytes, one after the other; each stays where it is. */
	static ByteSource chain(List<ByteSpan> parts) {
		return new ChainSource(parts);
	}
}
