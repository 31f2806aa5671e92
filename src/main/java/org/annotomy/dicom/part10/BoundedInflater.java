package org.annotomy.dicom.part10;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import org.annotomy.image.ImageFormatException;

/** Undoes raw deflate (RFC 1951) in memory, up to a size and ratio that no honest file exceeds. */
public final class BoundedInflater {

	private static final long MAX_RATIO = 1000;
	private static final long ALWAYS_ALLOWED = 64L << 20;
	private static final long MAX_BYTES = Integer.MAX_VALUE - 16;
	/** While the buffer grows there are two of them, of half and of full size. */
	private static final int MEMORY_SHARE = 3;
	private static final int CHUNK = 256 << 10;

	private BoundedInflater() {}

	/**
	 * Inflates all of it. Data that is cut short gives what is there.
	 *
	 * @throws ImageFormatException if it is not deflated or grows beyond the bounds
	 */
	public static ByteSource inflate(ByteSpan deflated) throws IOException {
		long limit = Math.min(MAX_BYTES, Math.max(ALWAYS_ALLOWED, MAX_RATIO * deflated.length()));
		limit = Math.min(limit, Math.max(ALWAYS_ALLOWED, Runtime.getRuntime().maxMemory() / MEMORY_SHARE));
		Inflater inflater = new Inflater(true);
		try {
			return inflate(deflated, inflater, limit);
		} catch (DataFormatException e) {
			throw new ImageFormatException("The deflated data is broken.", e);
		} catch (OutOfMemoryError e) {
			// Several at once, each within its bounds: this one gives its memory back, and its neighbours go on.
			throw new ImageFormatException("There is not enough memory for the deflated data.", e);
		} finally {
			inflater.end();
		}
	}

	private static ByteSource inflate(ByteSpan deflated, Inflater inflater, long limit) throws IOException, DataFormatException {
		byte[] output = new byte[(int) Math.min(limit, Math.max(1 << 16, Math.min(4 * deflated.length(), ALWAYS_ALLOWED)))];
		ByteBuffer input = ByteBuffer.allocate(CHUNK);
		long read = 0;
		int written = 0;
		while (!inflater.finished()) {
			if (inflater.needsInput()) {
				if (read == deflated.length()) break;
				input.clear().limit((int) Math.min(CHUNK, deflated.length() - read));
				deflated.read(read, input);
				read += input.position();
				inflater.setInput(input.flip());
			}
			if (written == output.length) {
				if (written >= limit)
					throw new ImageFormatException("The deflated data grows beyond " + (limit >> 20) + " MB; it is not opened.");
				output = Arrays.copyOf(output, (int) Math.min(limit, 2L * written));
			}
			int count = inflater.inflate(output, written, output.length - written);
			if (count == 0 && inflater.needsDictionary()) break;
			written += count;
		}
		return new ArraySource(output, written);
	}
}
