package org.annotomy.dicom.part10;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

import org.annotomy.image.ImageFormatException;

/**
 * The beginning of a stream, read only as far as it is asked for and kept in memory. It looks endless, so that what has not come yet does not
 * count as cut short.
 */
public final class StreamHead implements ByteSource {

	private static final long ENDLESS = Long.MAX_VALUE / 4;
	private static final int FIRST = 64 << 10;

	private final InputStream in;
	private final int most;
	private byte[] bytes = new byte[FIRST];
	private int length;

	/** @param most bytes that are read, whoever asks */
	public StreamHead(InputStream in, int most) {
		this.in = in;
		this.most = most;
	}

	@Override
	public long size() {
		return ENDLESS;
	}

	/** @throws EOFException if the stream ends before */
	@Override
	public synchronized void read(long offset, ByteBuffer target) throws IOException {
		long end = offset + target.remaining();
		if (end > most) throw new ImageFormatException("The header is larger than an honest one. It was not read further.");
		require((int) end);
		target.put(bytes, (int) offset, target.remaining());
	}

	private void require(int count) throws IOException {
		if (count > bytes.length) bytes = Arrays.copyOf(bytes, (int) Math.min(most, Math.max(count, 2L * bytes.length)));
		while (length < count) {
			int read = in.read(bytes, length, count - length);
			if (read < 0) throw new EOFException("The stream ends too early.");
			length += read;
		}
	}
}
