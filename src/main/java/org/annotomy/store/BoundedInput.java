package org.annotomy.store;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Refuses to unpack more than a bound: a few hostile bytes can stand for gigabytes. */
final class BoundedInput extends FilterInputStream {

	private long left;

	BoundedInput(InputStream in, long maxBytes) {
		super(in);
		left = maxBytes;
	}

	@Override
	public int read() throws IOException {
		int b = in.read();
		if (b >= 0) count(1);
		return b;
	}

	@Override
	public int read(byte[] bytes, int from, int count) throws IOException {
		int n = in.read(bytes, from, count);
		if (n > 0) count(n);
		return n;
	}

	@Override
	public boolean markSupported() {
		return false;
	}

	private void count(int n) throws IOException {
		left -= n;
		if (left < 0) throw new IOException("The journal holds more than it can have been given.");
	}
}
