package org.annotomy.dicom.codec.jpeg2000;

import java.io.DataOutputStream;
import java.io.IOException;

import org.annotomy.image.ImageFormatException;

/**
 * Image and tile size, SIZ of ISO/IEC 15444-1 A.5.1. All components have the size of the image, one precision and one sign.
 *
 * @param x0 left edge of the image on the reference grid
 * @param x1 right edge, outside of the image
 * @param tileX0 left edge of the first tile
 */
record SizeSegment(int x0, int y0, int x1, int y1, int tileX0, int tileY0, int tileWidth, int tileHeight, int components,
		int precision, boolean signed) {

	/** JJ2000 has 31 bits for a coefficient; of 32-bit samples it loses the lower ones without a word. More than 16 is not verified. */
	private static final int MAX_PRECISION = 16;
	private static final int MAX_COORDINATE = 1 << 28;
	private static final int HIGH_THROUGHPUT = 1 << 14;
	private static final int MAX_TILES = 65535;
	private static final int MAX_SIDE = 65535;
	private static final int MAX_COMPONENTS = 4;

	static SizeSegment of(ByteReader in) throws ImageFormatException {
		int capabilities = in.u16();
		if ((capabilities & 0x8000) == 0 && (capabilities & HIGH_THROUGHPUT) != 0)
			throw new ImageFormatException("The stream is High-Throughput JPEG 2000, but the file states JPEG 2000.");
		int x1 = coordinate(in);
		int y1 = coordinate(in);
		int x0 = coordinate(in);
		int y0 = coordinate(in);
		long tileWidth = in.u32();
		long tileHeight = in.u32();
		int tileX0 = coordinate(in);
		int tileY0 = coordinate(in);
		if (x0 >= x1 || y0 >= y1 || tileX0 > x0 || tileY0 > y0 || tileX0 + tileWidth <= x0 || tileY0 + tileHeight <= y0)
			throw new ImageFormatException("The JPEG 2000 stream states an impossible image size.");
		if (x1 - x0 > MAX_SIDE || y1 - y0 > MAX_SIDE)
			throw new ImageFormatException("The JPEG 2000 stream states a larger image than DICOM allows.");
		int components = in.u16();
		if (components < 1 || components > MAX_COMPONENTS)
			throw new ImageFormatException("JPEG 2000 with " + components + " components is not supported.");
		int precision = 0;
		for (int i = 0; i < components; i++) {
			int depth = in.u8();
			if (i > 0 && depth != precision)
				throw new ImageFormatException("JPEG 2000 with components of different precision is not supported.");
			precision = depth;
			if (in.u8() != 1 || in.u8() != 1)
				throw new ImageFormatException("JPEG 2000 with components of different size is not supported.");
		}
		SizeSegment size = new SizeSegment(x0, y0, x1, y1, tileX0, tileY0, (int) Math.min(tileWidth, x1 - tileX0),
				(int) Math.min(tileHeight, y1 - tileY0), components, (precision & 0x7f) + 1, precision >= 0x80);
		size.requireDecodable();
		return size;
	}

	private static int coordinate(ByteReader in) throws ImageFormatException {
		long value = in.u32();
		if (value > MAX_COORDINATE) throw new ImageFormatException("The JPEG 2000 stream states an impossible image size.");
		return (int) value;
	}

	private void requireDecodable() throws ImageFormatException {
		if (precision > MAX_PRECISION)
			throw new ImageFormatException(
					"JPEG 2000 with " + precision + " bits per sample is not supported; up to " + MAX_PRECISION + " are. "
							+ "Convert the file to an uncompressed transfer syntax first.");
		if ((long) columnsOfTiles() * rowsOfTiles() > MAX_TILES)
			throw new ImageFormatException("The JPEG 2000 stream has more than " + MAX_TILES + " tiles.");
	}

	int width() {
		return x1 - x0;
	}

	int height() {
		return y1 - y0;
	}

	int columnsOfTiles() {
		return (x1 - tileX0 + tileWidth - 1) / tileWidth;
	}

	int rowsOfTiles() {
		return (y1 - tileY0 + tileHeight - 1) / tileHeight;
	}

	int tiles() {
		return columnsOfTiles() * rowsOfTiles();
	}

	/** The segment as one of part 1, with the tile size cut to the image, which means the same. */
	void write(DataOutputStream out) throws IOException {
		out.writeShort(Marker.SIZ);
		out.writeShort(38 + 3 * components);
		out.writeShort(0);
		for (int value : new int[]{x1, y1, x0, y0, tileWidth, tileHeight, tileX0, tileY0})
			out.writeInt(value);
		out.writeShort(components);
		for (int i = 0; i < components; i++) {
			out.writeByte(precision - 1 | (signed ? 0x80 : 0));
			out.writeByte(1);
			out.writeByte(1);
		}
	}
}
