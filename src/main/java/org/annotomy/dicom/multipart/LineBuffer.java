package org.annotomy.dicom.multipart;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A window on a stream: reads lines, and finds a delimiter without holding more than the window in memory. */
final class LineBuffer {

	/** The longest line that counts as one. */
	static final int MAX_LINE = 16 << 10;
	private static final int SIZE = 1 << 16;

	private final InputStream in;
	private final byte[] bytes = new byte[SIZE];
	private int start;
	private int end;
	private boolean exhausted;

	LineBuffer(InputStream in) {
		this.in = in;
	}

	/** Bytes in the window. */
	int available() {
		return end - start;
	}

	/** The byte so many places ahead, which must be in the window. */
	int peek(int ahead) {
		return bytes[start + ahead] & 0xff;
	}

	void skip(int count) {
		start += count;
	}

	/** Gives back the byte read last: only right after {@link #readLine}. */
	void unread() {
		start--;
	}

	void copy(byte[] target, int offset, int count) {
		System.arraycopy(bytes, start, target, offset, count);
		start += count;
	}

	/** Reads on until so many bytes are in the window or the stream is at its end. @return whether they are */
	boolean require(int count) throws IOException {
		while (available() < count && !exhausted) {
			if (SIZE - start < Math.max(count, SIZE / 2)) compact();
			int read = in.read(bytes, end, SIZE - end);
			if (read < 0) exhausted = true;
			else end += read;
		}
		return available() >= count;
	}

	private void compact() {
		System.arraycopy(bytes, start, bytes, 0, end - start);
		end -= start;
		start = 0;
	}

	/**
	 * The next line with the end that it has.
	 *
	 * @return null at the end of the stream
	 * @throws MultipartException if it is longer than any honest line
	 */
	Line readLine() throws IOException {
		int length = 0;
		while (require(length + 1)) {
			if (peek(length) == '\n') return take(length, 1);
			if (++length > MAX_LINE) throw new MultipartException("The answer has a header line of more than 16 KB.");
		}
		return length == 0 ? null : take(length, 0);
	}

	private Line take(int length, int feeds) {
		boolean carriageReturn = length > 0 && peek(length - 1) == '\r';
		String text = new String(bytes, start, carriageReturn ? length - 1 : length, StandardCharsets.ISO_8859_1);
		start += length + feeds;
		return new Line(text, carriageReturn);
	}

	/**
	 * Where the delimiter begins in the window.
	 *
	 * @return -1 if it is not in the window
	 */
	int find(Delimiter delimiter) {
		int found = delimiter.find(bytes, start, end);
		return found < 0 ? -1 : found - start;
	}

	/** A line, and whether it ended in CR LF rather than LF. */
	record Line(String text, boolean carriageReturn) {}
}
