package org.annotomy.dicom.part10;

import java.io.IOException;
import java.nio.ByteBuffer;

import org.annotomy.image.ImageFormatException;

/** A range of a source; read when asked for. */
public record ByteSpan(ByteSource source, long offset, long length) implements DicomValue {

	static final ByteSpan EMPTY = of(new byte[0]);

	/** @throws IllegalArgumentException if the range is not inside the source */
	public ByteSpan {
		if (offset < 0 || length < 0 || offset + length > source.size())
			throw new IllegalArgumentException("The range is not inside the source.");
	}

	/** All of these bytes; kept, not copied. */
	public static ByteSpan of(byte[] bytes) {
		return new ByteSpan(ByteSource.of(bytes), 0, bytes.length);
	}

	/** A copy of the bytes. */
	public byte[] toArray() throws IOException {
		if (length > Integer.MAX_VALUE - 16)
			throw new ImageFormatException("A value of " + length + " bytes is too large to be held in memory.");
		byte[] bytes = new byte[(int) length];
		source.read(offset, ByteBuffer.wrap(bytes));
		return bytes;
	}

	/** Fills {@code target} with the bytes that begin {@code from} bytes into this range. */
	public void read(long from, ByteBuffer target) throws IOException {
		if (from < 0 || from + target.remaining() > length) throw new ImageFormatException("The data ends too early.");
		source.read(offset + from, target);
	}

	/** The part of this range that begins at {@code from}. */
	public ByteSpan slice(long from, long count) {
		if (from < 0 || count < 0 || from + count > length)
			throw new IllegalArgumentException("The part is not inside the range.");
		return new ByteSpan(source, offset + from, count);
	}
}
