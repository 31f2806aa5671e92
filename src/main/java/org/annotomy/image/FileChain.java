package org.annotomy.image;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;

/** Several sources one after the other, of which each gives the same count of bytes; opened one at a time. */
public final class FileChain extends InputStream {

	/** Opens one of the sources. */
	@FunctionalInterface
	public interface Source {
		InputStream open() throws IOException;
	}

	private final Iterator<Source> rest;
	private final long bytesEach;
	private InputStream current;
	private long left;

	/** @param bytesEach what is taken from each; more is left unread, less is an error */
	public FileChain(List<Source> sources, long bytesEach) {
		this.rest = List.copyOf(sources).iterator();
		this.bytesEach = bytesEach;
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
	}

	@Override
	public int read(byte[] target, int from, int length) throws IOException {
		if (length == 0) return 0;
		while (left == 0) {
			finishCurrent();
			if (!rest.hasNext()) return -1;
			current = rest.next().open();
			left = bytesEach;
			if (bytesEach == 0) return -1;
		}
		int n = current.read(target, from, (int) Math.min(length, left));
		if (n < 0) throw new EOFException();
		left -= n;
		return n;
	}

	/** Looks at what follows the last byte, so that a checksum behind it is compared. */
	private void finishCurrent() throws IOException {
		if (current == null) return;
		try (InputStream done = current) {
			current = null;
			done.read();
		}
	}

	@Override
	public void close() throws IOException {
		if (current != null) current.close();
		current = null;
	}
}
