package org.annotomy.codec.png;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.InflaterInputStream;

import org.annotomy.image.ImageFormatException;

/** The rows of a PNG file as they follow each other in it, without holding it in memory. Not safe for several threads. */
public final class PngStream implements Closeable {

	private static final int PLTE = 0x504c5445;
	private static final int IDAT = 0x49444154;

	private final DataInputStream file;
	private final PngHeader header;
	private final InflaterInputStream pixels;
	private byte[] palette = new byte[0];
	private int left;

	/**
	 * Reads up to the pixels.
	 *
	 * @param in closed with this, not if this fails
	 * @throws ImageFormatException if this is no PNG file, or of a kind that cannot be
	 */
	public PngStream(InputStream in) throws IOException {
		file = new DataInputStream(in);
		header = PngHeader.read(file);
		goToData();
		pixels = new InflaterInputStream(new Data());
	}

	private void goToData() throws IOException {
		while (true) {
			left = file.readInt();
			int kind = file.readInt();
			if (left < 0) throw new ImageFormatException("The PNG file is broken.");
			if (kind == IDAT) return;
			if (kind == PLTE && left <= 768) {
				palette = file.readNBytes(left);
				left = 0;
			}
			file.skipNBytes(left + 4L);
		}
	}

	/** The contents of the IDAT chunks, one after the other. */
	private final class Data extends InputStream {

		@Override
		public int read() throws IOException {
			byte[] one = new byte[1];
			return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
		}

		@Override
		public int read(byte[] to, int at, int count) throws IOException {
			while (left == 0) {
				file.readInt();
				left = file.readInt();
				if (left < 0) throw new ImageFormatException("The PNG file is broken.");
				if (file.readInt() != IDAT) return -1;
			}
			int read = file.read(to, at, Math.min(count, left));
			if (read < 0) throw new EOFException();
			left -= read;
			return read;
		}
	}

	public PngHeader header() {
		return header;
	}

	/** Turns rows into pixels. */
	public PngPixels pixels() {
		return new PngPixels(header, palette);
	}

	/**
	 * Reads the next row and undoes its filter.
	 *
	 * @param row takes it; its length is that of the row
	 * @param above the row before, as long; zeros before the first one of the picture or of a pass
	 * @throws ImageFormatException if the file ends before
	 */
	public void next(byte[] row, byte[] above) throws IOException {
		int filter = pixels.read();
		if (pixels.readNBytes(row, 0, row.length) < row.length || filter < 0)
			throw new ImageFormatException("The PNG file is cut off.");
		PngFilter.undo(filter, row, above, header.step());
	}

	@Override
	public void close() throws IOException {
		try (file) {
			pixels.close();
		}
	}
}
