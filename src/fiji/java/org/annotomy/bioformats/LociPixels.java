package org.annotomy.bioformats;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.annotomy.image.ImageFormatException;
import org.annotomy.slide.PixelKind;

import loci.formats.FormatTools;
import loci.formats.IFormatReader;

/**
 * The bytes that Bio-Formats gives of a rectangle.
 *
 * @param count of pixels
 * @param samples of a pixel
 * @param interleaved whether the samples of a pixel lie side by side; else plane behind plane
 * @param type of a sample, as {@link FormatTools} numbers it
 * @param palette the colours that samples are numbers of; null if samples are values
 */
record LociPixels(ByteBuffer bytes, int count, int samples, boolean interleaved, int type, int[] palette) {

	/** Reads a rectangle of the resolution that the reader is at. */
	static LociPixels read(IFormatReader reader, int plane, int x, int y, int width, int height)
			throws java.io.IOException, loci.formats.FormatException {
		byte[] bytes = reader.openBytes(plane, x, y, width, height);
		int samples = Math.max(1, reader.getRGBChannelCount());
		int type = reader.getPixelType();
		long needed = (long) width * height * samples * FormatTools.getBytesPerPixel(type);
		if (bytes == null || bytes.length < needed) throw new ImageFormatException("A tile of the slide is cut short.");
		ByteOrder order = reader.isLittleEndian() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
		return new LociPixels(ByteBuffer.wrap(bytes).order(order), width * height, samples, reader.isInterleaved(), type,
				palette(reader));
	}

	/** Known once a part of the plane has been read. */
	private static int[] palette(IFormatReader reader) throws java.io.IOException, loci.formats.FormatException {
		if (!reader.isIndexed() || reader.isFalseColor()) return null;
		byte[][] bytes = reader.get8BitLookupTable();
		short[][] shorts = bytes == null ? reader.get16BitLookupTable() : null;
		int length = bytes != null ? bytes[0].length : shorts != null ? shorts[0].length : 0;
		if (length == 0) throw new ImageFormatException("The table of colours (palette) of the slide is missing.");
		int[] palette = new int[length];
		for (int i = 0; i < length; i++)
			for (int c = 0; c < 3; c++)
				palette[i] |= (bytes != null ? bytes[c][i] & 0xff : (shorts[c][i] & 0xffff) >> 8) << 16 - 8 * c;
		return palette;
	}

	/**
	 * As samples of a slide.
	 *
	 * @param sample which of those of a pixel, for grey
	 */
	Object as(PixelKind kind, int sample) {
		Object pixels = kind.allocate(count);
		switch (kind) {
			case RGB -> {
				if (palette == null) colours((int[]) pixels);
				else look((int[]) pixels);
			}
			case GREY_8 -> bytes(sample, (byte[]) pixels);
			case GREY_16 -> shorts(sample, (short[]) pixels);
			default -> floats(sample, (float[]) pixels);
		}
		return pixels;
	}

	/** The place of a sample, counted in samples. */
	private int at(int pixel, int sample) {
		return interleaved ? pixel * samples + sample : sample * count + pixel;
	}

	/** Numbers beyond the palette are its last colour. */
	private void look(int[] pixels) {
		for (int i = 0; i < count; i++)
			pixels[i] = palette[Math.min(palette.length - 1, number(at(i, 0)))];
	}

	/** Of 16 bits the upper 8; grey is a colour, too. */
	private void colours(int[] pixels) {
		boolean deep = FormatTools.getBytesPerPixel(type) == 2;
		int green = samples >= 3 ? 1 : 0;
		int blue = samples >= 3 ? 2 : 0;
		for (int i = 0; i < count; i++)
			pixels[i] = eight(at(i, 0), deep) << 16 | eight(at(i, green), deep) << 8 | eight(at(i, blue), deep);
	}

	private int number(int at) {
		return FormatTools.getBytesPerPixel(type) == 2 ? bytes.getShort(2 * at) & 0xffff : bytes.get(at) & 0xff;
	}

	private int eight(int at, boolean deep) {
		return deep ? (bytes.getShort(2 * at) & 0xffff) >> 8 : bytes.get(at) & 0xff;
	}

	private void bytes(int sample, byte[] pixels) {
		for (int i = 0; i < count; i++)
			pixels[i] = bytes.get(at(i, sample));
	}

	private void shorts(int sample, short[] pixels) {
		for (int i = 0; i < count; i++)
			pixels[i] = bytes.getShort(2 * at(i, sample));
	}

	private void floats(int sample, float[] pixels) {
		for (int i = 0; i < count; i++)
			pixels[i] = real(at(i, sample));
	}

	private float real(int at) {
		return switch (type) {
			case FormatTools.INT8 -> bytes.get(at);
			case FormatTools.INT16 -> bytes.getShort(2 * at);
			case FormatTools.UINT16 -> bytes.getShort(2 * at) & 0xffff;
			case FormatTools.INT32 -> bytes.getInt(4 * at);
			case FormatTools.UINT32 -> bytes.getInt(4 * at) & 0xffffffffL;
			case FormatTools.FLOAT -> bytes.getFloat(4 * at);
			case FormatTools.DOUBLE -> (float) bytes.getDouble(8 * at);
			default -> bytes.get(at) & 0xff;
		};
	}
}
