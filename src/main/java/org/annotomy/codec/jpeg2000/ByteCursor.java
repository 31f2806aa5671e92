package org.annotomy.codec.jpeg2000;

import org.annotomy.image.ImageFormatException;

/** Reads big-endian numbers from part of an array; never beyond its end. */
final class ByteCursor {

	private final byte[] bytes;
	private final int end;
	private int position;

	ByteCursor(byte[] bytes, int start, int end) {
		this.bytes = bytes;
		this.position = start;
		this.end = end;
	}

	int position() {
		return position;
	}

	int end() {
		return end;
	}

	int remaining() {
		return end - position;
	}

	byte[] bytes() {
		return bytes;
	}

	int unsignedByte() throws ImageFormatException {
		require(1);
		return bytes[position++] & 0xff;
	}

	int unsignedShort() throws ImageFormatException {
		require(2);
		position += 2;
		return (bytes[position - 2] & 0xff) << 8 | bytes[position - 1] & 0xff;
	}

	long unsignedInt() throws ImageFormatException {
		return (long) unsignedShort() << 16 | unsignedShort();
	}

	/** A number of 32 bits that must be less than 2³¹. */
	int coordinate() throws ImageFormatException {
		long value = unsignedInt();
		if (value > Integer.MAX_VALUE) throw new ImageFormatException("The JPEG 2000 header states a size beyond reason.");
		return (int) value;
	}

	/** The next two bytes as a number, or -1 at the end; does not move. */
	int peekShort() {
		return remaining() < 2 ? -1 : (bytes[position] & 0xff) << 8 | bytes[position + 1] & 0xff;
	}

	void skip(int count) throws ImageFormatException {
		require(count);
		position += count;
	}

	/** A cursor over the next {@code count} bytes, which are skipped here. */
	ByteCursor slice(int count) throws ImageFormatException {
		skip(count);
		return new ByteCursor(bytes, position - count, position);
	}

	private void require(int count) throws ImageFormatException {
		if (count < 0 || count > end - position) throw new ImageFormatException("The JPEG 2000 codestream is cut short.");
	}
}
