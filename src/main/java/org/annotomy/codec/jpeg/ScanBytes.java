package org.annotomy.codec.jpeg;

import java.io.IOException;
import java.io.InputStream;

import org.annotomy.image.ImageFormatException;

/** The bytes of a JPEG stream from a scan on: all of them, or a window that moves over what is too large to be held. */
final class ScanBytes {

	/** Fill bytes before a marker are few. */
	private static final int ROOM_FOR_MARKER = 64;

	private final byte[] window;
	private final InputStream rest;
	private int at;
	private int end;

	/**
	 * @param stream the stream, or its beginning; if there is more, it is written over
	 * @param from where the entropy-coded bytes begin
	 * @param rest what follows the array; null for nothing
	 */
	ScanBytes(byte[] stream, int from, InputStream rest) {
		this.window = stream;
		this.at = from;
		this.end = stream.length;
		this.rest = rest;
	}

	/**
	 * Takes entropy-coded bytes up to a marker or the end; a zero after FF is dropped (T.81 B.1.1.5).
	 *
	 * @return how many, {@code most} unless there are no more
	 */
	int take(byte[] into, int from, int most) throws IOException {
		int to = from;
		int stop = from + most;
		while (to < stop && has(1)) {
			int limit = Math.min(end, at + stop - to);
			int run = at;
			while (run < limit && window[run] != -1)
				run++;
			System.arraycopy(window, at, into, to, run - at);
			to += run - at;
			at = run;
			if (run == limit) continue;
			if (!has(2) || window[at + 1] != 0) break;
			into[to++] = -1;
			at += 2;
		}
		return to - from;
	}

	/** Goes behind the restart marker that must come now. @param number from 0; it is counted modulo 8 */
	void restart(int number) throws IOException {
		has(ROOM_FOR_MARKER);
		at = MarkerSegments.requireRestart(window, at, number);
		if (at > end) throw new ImageFormatException("The JPEG stream is cut short.");
	}

	/** Whether so many bytes are left; moves the window if need be. */
	private boolean has(int count) throws IOException {
		if (end - at >= count) return true;
		if (rest == null) return false;
		System.arraycopy(window, at, window, 0, end - at);
		end -= at;
		at = 0;
		end += rest.readNBytes(window, end, window.length - end);
		return end >= count;
	}
}
