package org.annotomy.dicom.scan;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

import org.annotomy.dicom.part10.ByteSource;
import org.annotomy.image.ImageFormatException;

/** The beginning of a packed file: inflated as far as it is read, never further than a header reaches. */
final class MemberSource implements ByteSource {

	private static final int MOST = 16 << 20;
	private static final int FIRST = 8 << 10;

	private final InputStream in;
	private final long size;
	private byte[] bytes = new byte[0];
	private int length;

	/** @param size what the archive claims; nothing is allocated by it */
	MemberSource(InputStream in, long size) {
		this.in = in;
		this.size = size;
	}

	@Override
	public long size() {
		return size;
	}

	@Override
	public synchronized void read(long offset, ByteBuffer target) throws IOException {
		long end = offset + target.remaining();
		if (end > MOST) throw new ImageFormatException("The header of a file in the zip archive is too large.");
		if (end > length) inflateTo((int) end);
		target.put(bytes, (int) offset, target.remaining());
	}

	private void inflateTo(int end) throws IOException {
		if (end > bytes.length) bytes = Arrays.copyOf(bytes, Math.min(MOST, Math.max(FIRST, Math.max(end, 2 * bytes.length))));
		int count = in.readNBytes(bytes, length, end - length);
		length += count;
		if (length < end) throw new EOFException("The file ends too early.");
	}

	@Override
	public synchronized void close() throws IOException {
		in.close();
	}
}
