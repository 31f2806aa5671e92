package org.annotomy.dicom.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import org.annotomy.dicom.web.WebException.Kind;

/** A stream of datasets that may not grow beyond a size, neither as a whole nor each. */
final class MeteredStream extends FilterInputStream {

	/** What the reader may have taken of the next dataset when the last one is handed over. */
	private static final int AHEAD = 1 << 16;

	private final long most;
	private final long mostEach;
	private long count;
	private long begin;

	MeteredStream(InputStream in, long most, long mostEach) {
		super(in);
		this.most = most;
		this.mostEach = mostEach;
	}

	/** A dataset has come to its end. */
	void next() {
		begin = count;
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		int read = in.read(target, offset, length);
		count += Math.max(0, read);
		if (count > most || count - begin > mostEach + AHEAD)
			throw new WebException(Kind.BAD_ANSWER, "The server's answer is larger than an honest one. It was not read further.");
		return read;
	}
}
