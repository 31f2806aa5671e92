package org.annotomy.dicom.multipart;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of one part: up to the delimiter, which is read too, without the line end before it. */
final class PartStream extends InputStream {

	private final LineBuffer in;
	private final Delimiter delimiter;
	private final boolean carriageReturns;
	private final long maxBytes;
	private long count;
	private int ready;
	private boolean begun;
	private boolean ended;

	/**
	 * @param in stands on the line feed that ends the headers
	 * @param carriageReturns whether lines end in CR LF, so that a CR before the delimiter is no content
	 */
	PartStream(LineBuffer in, Delimiter delimiter, boolean carriageReturns, long maxBytes) {
		this.in = in;
		this.delimiter = delimiter;
		this.carriageReturns = carriageReturns;
		this.maxBytes = maxBytes;
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		if (length == 0) return 0;
		if (ready == 0 && !ended) prepare();
		if (ready == 0) return -1;
		int taken = Math.min(ready, length);
		in.copy(target, offset, taken);
		ready -= taken;
		return taken;
	}

	/** Reads to the end of the part. */
	void skipRest() throws IOException {
		byte[] nowhere = new byte[1 << 13];
		while (read(nowhere, 0, nowhere.length) >= 0) {
			// Nobody wants it.
		}
	}

	/** Makes some bytes ready, or finds the delimiter and steps over it. */
	private void prepare() throws IOException {
		int search = delimiter.length() + 3;
		while (true) {
			boolean more = in.require(search);
			int at = in.find(delimiter);
			if ((at == 0 || at == 1) && isLineOfItsOwn(at)) {
				finish(at);
				return;
			}
			int content = step(known(at, more));
			if (content > 0) {
				announce(content);
				return;
			}
			if (!more) throw new TruncatedBodyException();
			search = in.available() + 1;
		}
	}

	/** Bytes of the window that cannot belong to the delimiter nor be the CR before it. */
	private int known(int at, boolean more) {
		if (at > 1) return at - 1;
		if (at >= 0) return at + 1;
		return more ? in.available() - delimiter.length() - 1 : 0;
	}

	/** Of so many known bytes the first may be the line feed of the headers, which is stepped over. */
	private int step(int known) {
		if (begun || known <= 0) return known;
		in.skip(1);
		begun = true;
		return known - 1;
	}

	private void announce(int bytes) throws IOException {
		count += bytes;
		if (count > maxBytes)
			throw new MultipartException("A part of the answer is larger than the limit of " + (maxBytes >> 20) + " MB.");
		ready = bytes;
	}

	private void finish(int at) throws IOException {
		int content = at == 0 ? 0 : step(at);
		boolean strip = carriageReturns && content > 0 && in.peek(content - 1) == '\r';
		if (content > 0 && !strip) {
			announce(content);
			return;
		}
		in.skip(content + delimiter.length());
		ended = true;
	}

	/** A line that only begins like the delimiter is content. */
	private boolean isLineOfItsOwn(int at) throws IOException {
		int after = at + delimiter.length();
		if (!in.require(after + 2)) return true;
		int first = in.peek(after);
		return first == '\r' || first == '\n' || first == ' ' || first == '\t' || first == '-' && in.peek(after + 1) == '-';
	}
}
