package org.annotomy.image.nrrd;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

import org.annotomy.image.ImageFormatException;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/** Unpacks values that are packed with bzip2, in one stream or several; whatever is wrong with them is told in the same words. */
final class Bzip2Values extends InputStream {

	/** What may read nothing or fail. */
	private interface Reading {
		int read() throws IOException;
	}

	private final InputStream packed;
	private final InputStream values;

	/** @throws ImageFormatException if the stream does not begin as bzip2 does */
	Bzip2Values(InputStream packed) throws IOException {
		this.packed = packed;
		InputStream[] opened = new InputStream[1];
		guarded(() -> {
			opened[0] = new BZip2CompressorInputStream(new BufferedInputStream(packed), true);
			return 0;
		});
		values = opened[0];
	}

	@Override
	public int read() throws IOException {
		return guarded(values::read);
	}

	@Override
	public int read(byte[] to, int offset, int length) throws IOException {
		return guarded(() -> values.read(to, offset, length));
	}

	@Override
	public void close() throws IOException {
		packed.close();
	}

	/** The library throws all sorts of things at streams that are broken. */
	private static int guarded(Reading reading) throws IOException {
		try {
			return reading.read();
		} catch (IOException | RuntimeException e) {
			throw new ImageFormatException("NRRD: the compressed pixels are damaged.", e);
		}
	}
}
