package org.annotomy.interchange.sidecar;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.annotomy.json.JsonException;

/**
 * Cuts a FeatureCollection that is too large for memory into runs of whole features, and keeps the text around them. Nothing is decoded.
 * Comments are refused.
 */
final class FeatureStream {

	private static final int FIRST_BYTES = 4 << 20;
	private static final int LARGEST_FEATURE = 256 << 20;
	private static final int LARGEST_FRAME = 64 << 20;
	private static final int RUN_BYTES = 1 << 20;
	private static final byte[] KEY = "\"features\"".getBytes(StandardCharsets.US_ASCII);

	/**
	 * Features with the commas between them.
	 *
	 * @param index of the first, from 0
	 */
	record Run(byte[] bytes, int index) {}

	private final InputStream in;
	private final int[] plan;
	private int runs;
	private final ByteArrayOutputStream frame = new ByteArrayOutputStream();
	private byte[] buffer = new byte[FIRST_BYTES];
	private int filled;
	private int at;
	private int count;
	private boolean ended;
	private boolean closed;
	private long bytes;

	/**
	 * Reads up to the first feature.
	 *
	 * @param plan how many features each of the first runs has; those behind them have as many as fit
	 * @throws IOException if there is no array of features, or reading fails
	 */
	FeatureStream(InputStream in, int[] plan) throws IOException {
		this.in = in;
		this.plan = plan;
		fill();
		if (filled >= 3 && (buffer[0] & 0xff) == 0xEF && (buffer[1] & 0xff) == 0xBB && (buffer[2] & 0xff) == 0xBF) at = 3;
		int open = open(at);
		while (open < 0 && !ended && filled < LARGEST_FRAME) {
			fill();
			open = open(at);
		}
		if (open < 0) throw new JsonException(0, "this is not a FeatureCollection.");
		frame.write(buffer, at, open + 1 - at);
		at = open + 1;
	}

	/** The text around the features: as if there were none. Complete after the last run. */
	byte[] frame() {
		return frame.toByteArray();
	}

	/** How many features were cut so far. */
	int count() {
		return count;
	}

	/** How many bytes were read so far. */
	long bytes() {
		return bytes;
	}

	/** The next run; null behind the last. @throws IOException if the text is no JSON, or reading fails */
	Run next() throws IOException {
		if (closed) return null;
		int most = runs < plan.length ? plan[runs++] : Integer.MAX_VALUE;
		long bytesAtMost = most == Integer.MAX_VALUE ? RUN_BYTES : LARGEST_FEATURE;
		int index = count;
		int first = -1;
		while (count - index < most && (first < 0 || at - first < bytesAtMost)) {
			int start = skipSeparators(at);
			if (start < filled && buffer[start] == ']') {
				int from = first < 0 ? start : first;
				byte[] last = Arrays.copyOfRange(buffer, from, first < 0 ? start : at);
				close(start);
				return count == index ? null : new Run(last, index);
			}
			int end = start < filled ? end(start) : -1;
			if (end < 0) {
				if (first >= 0 && most == Integer.MAX_VALUE) break;
				if (ended) throw new JsonException(0, "the file is broken here or cut off: it is not JSON.");
				first = readOn(first);
				continue;
			}
			if (first < 0) first = start;
			at = end;
			count++;
		}
		return new Run(Arrays.copyOfRange(buffer, first, at), index);
	}

	/** @param first where the run begins, −1 if it does not yet; it is kept. @return where it begins now */
	private int readOn(int first) throws IOException {
		int behind = first < 0 ? 0 : at - first;
		if (first >= 0) at = first;
		fill();
		at += behind;
		return first < 0 ? -1 : at - behind;
	}

	private void close(int bracket) throws IOException {
		frame.write(buffer, bracket, filled - bracket);
		while (!ended) {
			at = filled;
			fill();
			frame.write(buffer, 0, filled);
			if (frame.size() > LARGEST_FRAME) throw new JsonException(0, "too much stands around the features.");
		}
		closed = true;
	}

	private int skipSeparators(int from) {
		int i = from;
		while (i < filled && (buffer[i] == ',' || buffer[i] >= 0 && buffer[i] <= ' '))
			i++;
		return i;
	}

	/** Behind the value that begins there, or −1 if it does not end in what is read. */
	private int end(int start) throws JsonException {
		try {
			int end = ByteCursor.skipValue(buffer, start);
			return end < filled ? end : -1;
		} catch (ArrayIndexOutOfBoundsException e) {
			return -1;
		} catch (ByteCursor.UnexpectedException e) {
			throw new JsonException(0, "comments are not read in a file as large as this.");
		}
	}

	/** Where the array of features opens; −1 if that is not to be seen yet. */
	private int open(int from) throws JsonException {
		int i = skipSeparators(from);
		if (i < filled && buffer[i] == '[') return i;
		if (i >= filled || buffer[i] != '{') throw new JsonException(0, "this is not a FeatureCollection.");
		i++;
		while ((i = skipSeparators(i)) < filled && buffer[i] == '"') {
			int nameEnd = end(i);
			if (nameEnd < 0) return -1;
			int colon = skipSeparators(nameEnd);
			if (colon >= filled || buffer[colon] != ':') return -1;
			int value = skipSeparators(colon + 1);
			if (value >= filled) return -1;
			boolean features = Arrays.equals(buffer, i, nameEnd, KEY, 0, KEY.length);
			if (features && buffer[value] == '[') return value;
			i = end(value);
			if (i < 0) return -1;
		}
		return -1;
	}

	/** Moves what is left to the beginning and reads on; makes room if nothing could be used. */
	private void fill() throws IOException {
		if (at > 0 && filled > 0) {
			int start = Math.min(at, filled);
			System.arraycopy(buffer, start, buffer, 0, filled - start);
			filled -= start;
			at = 0;
		} else if (filled == buffer.length) {
			if (buffer.length >= LARGEST_FEATURE) throw new JsonException(0, "one of the features is too large.");
			buffer = Arrays.copyOf(buffer, 2 * buffer.length);
		}
		int read = in.readNBytes(buffer, filled, buffer.length - filled);
		bytes += read;
		if (filled + read < buffer.length) {
			ended = true;
			buffer = Arrays.copyOf(buffer, filled + read);
		}
		filled += read;
	}
}
