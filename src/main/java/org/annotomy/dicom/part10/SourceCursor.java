package org.annotomy.dicom.part10;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Reads a source from front to back through a window of a few kilobytes. Small values are parts of the window and cost nothing; large
 * ones stay in the source.
 */
final class SourceCursor {

	private static final int FIRST_WINDOW = 4 << 10;
	private static final int WINDOW = 16 << 10;
	/** How much of a file its small values may hold in memory; what comes later stays in the source. */
	private static final long MAX_HELD = 64 << 20;

	private final ByteSource source;
	private final long size;
	private final int maxInMemory;
	private byte[] window;
	private ByteSource windowSource;
	private long windowStart;
	private int windowLength;
	private long position;
	private boolean bigEndian;
	private long held;
	private boolean windowIsHeld;

	/** @param maxInMemory larger values stay in the source, in bytes */
	SourceCursor(ByteSource source, int maxInMemory) {
		this.source = source;
		this.maxInMemory = maxInMemory;
		this.size = source.size();
		this.window = new byte[0];
		if (source instanceof ArraySource array) {
			window = array.bytes();
			windowLength = array.length();
			windowSource = source;
		}
	}

	ByteSource source() {
		return source;
	}

	long position() {
		return position;
	}

	long size() {
		return size;
	}

	void seek(long newPosition) {
		position = newPosition;
	}

	void bigEndian(boolean big) {
		bigEndian = big;
	}

	boolean isBigEndian() { return bigEndian; }

	int u8() throws IOException {
		int at = require(1);
		position++;
		return window[at] & 0xff;
	}

	int u16() throws IOException {
		int at = require(2);
		position += 2;
		int first = window[at] & 0xff;
		int second = window[at + 1] & 0xff;
		return bigEndian ? first << 8 | second : second << 8 | first;
	}

	long u32() throws IOException {
		long first = u16();
		long second = u16();
		return bigEndian ? first << 16 | second : second << 16 | first;
	}

	int tag() throws IOException {
		int group = u16();
		return Tag.of(group, u16());
	}

	/** The tag that comes next; the position stays. */
	int peekTag() throws IOException {
		int tag = tag();
		position -= 4;
		return tag;
	}

	void skip(int bytes) {
		position += bytes;
	}

	/** The next {@code length} bytes as a value, and moves behind them. */
	ByteSpan span(long length) throws IOException {
		if (length > size - position)
			throw new TruncatedException("a value of " + length + " bytes is stated where " + (size - position) + " are left");
		if (length == 0) return ByteSpan.EMPTY;
		if (source instanceof ArraySource || length > maxInMemory || held > MAX_HELD) return spanInSource(length);
		if (length > WINDOW) {
			byte[] bytes = new byte[(int) length];
			source.read(position, ByteBuffer.wrap(bytes));
			position += length;
			held += length;
			return ByteSpan.of(bytes);
		}
		int at = require((int) length);
		position += length;
		if (!windowIsHeld) held += window.length;
		windowIsHeld = true;
		return new ByteSpan(windowSource, at, length);
	}

	/** The next {@code length} bytes as a value that stays in the source, and moves behind them. */
	ByteSpan spanInSource(long length) {
		ByteSpan span = new ByteSpan(source, position, length);
		position += length;
		return span;
	}

	/** Brings the next {@code count} bytes into the window and gives the index of the first. */
	private int require(int count) throws IOException {
		long at = position - windowStart;
		if (at >= 0 && at + count <= windowLength) return (int) at;
		if (count > size - position) throw new TruncatedException("the file ends too early");
		int length = (int) Math.min(Math.max(count, windowLength == 0 ? FIRST_WINDOW : WINDOW), size - position);
		// Values may point into the old window; then it stays as it is.
		byte[] bytes = windowIsHeld || window.length < length ? new byte[length] : window;
		windowIsHeld = false;
		source.read(position, ByteBuffer.wrap(bytes, 0, length));
		window = bytes;
		windowSource = ByteSource.of(bytes);
		windowStart = position;
		windowLength = length;
		return 0;
	}
}
