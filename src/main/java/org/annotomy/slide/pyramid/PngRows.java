package org.annotomy.slide.pyramid;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.InflaterInputStream;

import org.annotomy.image.ImageFormatException;
import org.annotomy.slide.PixelKind;

/** A PNG file row by row (W3C PNG, second edition), without holding it in memory. Interlaced ones are refused. */
final class PngRows implements RowSource {

	private static final long SIGNATURE = 0x89504e470d0a1a0aL;
	private static final int IHDR = 0x49484452;
	private static final int PLTE = 0x504c5445;
	private static final int IDAT = 0x49444154;
	private static final int MAX_SIDE = 1 << 20;

	private final DataInputStream file;
	private final int width;
	private final int height;
	private final int bits;
	private final int colourType;
	private final int step;
	private final InflaterInputStream pixels;
	private byte[] palette = new byte[0];
	private byte[] current;
	private byte[] before;
	private final Object row;
	private int left;

	/** @throws ImageFormatException if the file is no PNG file, or of a kind that is not supported */
	static PngRows open(Path path) throws IOException {
		DataInputStream file = new DataInputStream(new BufferedInputStream(Files.newInputStream(path), 1 << 16));
		try {
			return new PngRows(file);
		} catch (IOException | RuntimeException e) {
			file.close();
			throw e;
		}
	}

	private PngRows(DataInputStream file) throws IOException {
		this.file = file;
		if (file.readLong() != SIGNATURE || file.readInt() != 13 || file.readInt() != IHDR)
			throw new ImageFormatException("This is no PNG file.");
		width = file.readInt();
		height = file.readInt();
		bits = file.readUnsignedByte();
		colourType = file.readUnsignedByte();
		file.readUnsignedShort();
		int interlaced = file.readUnsignedByte();
		file.readInt();
		requirePossible(interlaced);
		int samples = colourType == 2 ? 3 : colourType == 4 ? 2 : colourType == 6 ? 4 : 1;
		step = Math.max(1, samples * bits / 8);
		int rowBytes = (int) (((long) width * samples * bits + 7) / 8);
		current = new byte[rowBytes];
		before = new byte[rowBytes];
		row = kind().allocate(width);
		goToData();
		pixels = new InflaterInputStream(new Data());
	}

	private void requirePossible(int interlaced) throws ImageFormatException {
		if (width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE)
			throw new ImageFormatException(
					"The PNG file states a picture of " + width + " × " + height + " pixels; that cannot be shown.");
		boolean known = switch (colourType) {
			case 0 -> bits == 1 || bits == 2 || bits == 4 || bits == 8 || bits == 16;
			case 3 -> bits == 1 || bits == 2 || bits == 4 || bits == 8;
			case 2, 4, 6 -> bits == 8 || bits == 16;
			default -> false;
		};
		if (!known) throw new ImageFormatException("The PNG file is broken: its kind of pixels cannot be.");
		if (interlaced != 0)
			throw new ImageFormatException(
					"Interlaced PNG files of this size are not supported. Save the picture without interlacing.");
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
				if (file.readInt() != IDAT) return -1;
			}
			int read = file.read(to, at, Math.min(count, left));
			if (read < 0) throw new EOFException();
			left -= read;
			return read;
		}
	}

	@Override
	public int width() {
		return width;
	}

	@Override
	public int height() {
		return height;
	}

	@Override
	public PixelKind kind() {
		if (colourType != 0 && colourType != 4) return PixelKind.RGB;
		return bits == 16 ? PixelKind.GREY_16 : PixelKind.GREY_8;
	}

	@Override
	public Object next() throws IOException {
		byte[] last = before;
		before = current;
		current = last;
		int filter = pixels.read();
		if (pixels.readNBytes(current, 0, current.length) < current.length || filter < 0)
			throw new ImageFormatException("The PNG file is cut off.");
		PngFilter.undo(filter, current, before, step);
		unpack();
		return row;
	}

	private void unpack() {
		int high = bits == 16 ? 2 : 1;
		if (row instanceof short[] grey)
			for (int x = 0, at = 0; x < width; x++, at += step)
				grey[x] = (short) ((current[at] & 0xff) << 8 | current[at + 1] & 0xff);
		else
			if (row instanceof byte[] grey)
				for (int x = 0; x < width; x++)
					grey[x] = bits == 8 ? current[x * step] : (byte) (few(x) * 255 / ((1 << bits) - 1));
			else
				if (colourType == 3)
					for (int x = 0; x < width; x++)
						((int[]) row)[x] = colour(few(x));
				else
					for (int x = 0, at = 0; x < width; x++, at += step)
						((int[]) row)[x] = (current[at] & 0xff) << 16 | (current[at + high] & 0xff) << 8
								| current[at + 2 * high] & 0xff;
	}

	private int few(int x) {
		return (current[x * bits / 8] & 0xff) >> 8 - bits - x * bits % 8 & (1 << bits) - 1;
	}

	private int colour(int index) {
		int at = 3 * index;
		return at + 2 < palette.length ? (palette[at] & 0xff) << 16 | (palette[at + 1] & 0xff) << 8 | palette[at + 2] & 0xff : 0;
	}

	@Override
	public void close() throws IOException {
		file.close();
	}
}
