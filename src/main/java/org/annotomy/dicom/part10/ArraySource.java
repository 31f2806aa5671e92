package org.annotomy.dicom.part10;

import java.io.EOFException;
import java.nio.ByteBuffer;

/** The first {@code length} bytes of an array. */
record ArraySource(byte[] bytes, int length) implements ByteSource {

	@Override
	public long size() {
		return length;
	}

	@Override
	public void read(long offset, ByteBuffer target) throws EOFException {
		if (offset < 0 || offset + target.remaining() > length) throw new EOFException("The data ends too early.");
		target.put(bytes, (int) offset, target.remaining());
	}
}
