package org.annotomy.slide.tiff;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.annotomy.image.ImageFormatException;
import org.annotomy.slide.SlideFile;

/**
 * The bytes of a TIFF file in its own byte order.
 *
 * @param big whether it is a BigTIFF file
 * @param wide whether it is an NDPI file: of the old form, but with upper halves of its offsets behind the tables
 */
record TiffBytes(SlideFile file, ByteOrder order, boolean big, boolean wide) {

	private static final int CLASSIC = 42;
	private static final int BIG = 43;

	/** Reads the first bytes. @throws ImageFormatException if this is no TIFF file */
	static TiffBytes of(SlideFile file) throws IOException {
		if (file.size() < 16) throw new ImageFormatException("The file is too short for a TIFF file.");
		ByteBuffer start = ByteBuffer.wrap(file.read(0, 8));
		int mark = start.getShort();
		if (mark != 0x4949 && mark != 0x4d4d) throw new ImageFormatException("This is no TIFF file.");
		start.order(mark == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
		int version = start.getShort();
		boolean known = version == CLASSIC || version == BIG && start.getShort() == 8 && start.getShort() == 0;
		if (!known) throw new ImageFormatException("This is no TIFF file.");
		return new TiffBytes(file, start.order(), version == BIG, false);
	}

	/** Where the first directory begins. */
	long first() throws IOException {
		return big ? read(8, 8).getLong() : wide ? read(4, 8).getLong() : Integer.toUnsignedLong(read(4, 4).getInt());
	}

	/** @throws ImageFormatException if the file ends before */
	ByteBuffer read(long offset, int count) throws IOException {
		try {
			return ByteBuffer.wrap(file.read(offset, count)).order(order);
		} catch (EOFException e) {
			throw new ImageFormatException("The TIFF file is cut off or broken: it points behind its end. Copy it again.", e);
		}
	}
}
