package org.annotomy.slide.tiff;

import java.io.IOException;

import org.annotomy.image.ImageFormatException;
import org.annotomy.slide.SlideFile;

/**
 * The one JPEG stream of a page of an NDPI file.
 *
 * @param offset in the file
 * @param length in bytes
 */
record JpegStrip(TiffDirectory page, long offset, long length) {

	private static final int START = 1 << 17;
	private static final int MAX_WHOLE = 256 << 20;
	private static final int PIECE = 1 << 16;
	/** Where the pieces between restart markers begin: the lower halves, and the upper ones. */
	private static final int STARTS = 65426;
	private static final int STARTS_HIGH = 65432;

	/** @throws ImageFormatException if the page has not one stream */
	static JpegStrip of(TiffDirectory page) throws IOException {
		if (page.field(TiffTag.STRIP_OFFSETS).count() != 1)
			throw new ImageFormatException("An image of the slide lies in several strips, which is not so in NDPI files.");
		long offset = page.offset(TiffTag.STRIP_OFFSETS);
		long length = page.offset(TiffTag.STRIP_COUNTS);
		if (offset < 0 || length < 4 || offset > page.bytes().file().size() - length)
			throw new ImageFormatException("The slide is cut off or broken: it points behind its end. Copy it again.");
		return new JpegStrip(page, offset, length);
	}

	private SlideFile file() {
		return page.bytes().file();
	}

	JpegStart start() throws IOException {
		return new JpegStart(file().read(offset, (int) Math.min(START, length)));
	}

	/** The whole stream. @throws ImageFormatException if it is too large for that */
	byte[] whole() throws IOException {
		if (length > MAX_WHOLE) throw new ImageFormatException("An image of the slide is too large to be read as a whole.");
		return file().read(offset, (int) length);
	}

	/** @param header bytes before the first piece */
	RestartIndex index(int header, long count) throws IOException {
		boolean told = page.has(STARTS) && page.field(STARTS).count() == count;
		boolean high = page.has(STARTS_HIGH) && page.field(STARTS_HIGH).count() == count;
		LongTable low = told ? new LongTable(page.bytes(), page.field(STARTS), count) : null;
		LongTable up = high ? new LongTable(page.bytes(), page.field(STARTS_HIGH), count) : null;
		return new RestartIndex(file(), offset, length, header, count,
				told ? piece -> low.get(piece) & 0xffffffffL | (high ? up.get(piece) << 32 : 0) : null);
	}

	/** The stream in equal parts: its pieces need not be known. */
	long chunks() {
		return Math.max(1, length / PIECE);
	}

	byte[] stored(long index) throws IOException {
		long at = index * PIECE;
		return file().read(offset + at, (int) Math.min(PIECE, length - at));
	}
}
