package org.annotomy.dicom.codec.jpeg2000;

import org.annotomy.image.ImageFormatException;

/** Reads big-endian numbers from a part of an array and never beyond it. */
final class ByteReader {

	private final byte[] bytes;
	private final int end;
	private int at;

	ByteReader(byte[] bytes, int from, int end) {
		this.bytes = bytes;
		this.at = from;
		this.end = end;
	}

	int position() {
		return at;
	}

	int remaining() {
		return end - at;
	}

	void skipTo(long position) throws ImageFormatException {
		if (position < at || position > end) throw cut();
		at = (int) position;
	}

	int u8() throws ImageFormatException {
		if (at >= end) throw cut();
		return bytes[at++] & 0xff;
	}

	int u16() throws ImageFormatException {
		return u8() << 8 | u8();
	}

	long u32() throws ImageFormatException {
		return (long) u16() << 16 | u16();
	}

	/** The next {@code length} bytes, which are skipped here. */
	ByteReader part(long length) throws ImageFormatException {
		int from = at;
		skipTo(at + length);
		return new ByteReader(bytes, from, at);
	}

	static ImageFormatException cut() {
		return new ImageFormatException("The JPEG 2000 stream is cut short.");
	}
}
