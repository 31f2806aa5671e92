package org.annotomy.dicom.web;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import org.annotomy.dicom.web.WebException.Kind;

/** A body that the server says is packed with gzip. Nothing is unpacked before it is read: an answer may say so and have no body. */
final class GzipBody extends InputStream {

	private static final int BUFFER = 1 << 16;

	private final InputStream packed;
	private InputStream plain;

	GzipBody(InputStream packed) {
		this.packed = packed;
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		try {
			if (plain == null) plain = new GZIPInputStream(packed, BUFFER);
			return plain.read(target, offset, length);
		} catch (ZipException e) {
			throw new WebException(Kind.BAD_ANSWER, 0, "The server's answer is compressed in a broken way.", e);
		} catch (EOFException e) {
			throw new WebException(Kind.UNREACHABLE, 0, "The server's answer was cut off.", e);
		}
	}

	@Override
	public void close() throws IOException {
		packed.close();
	}
}
