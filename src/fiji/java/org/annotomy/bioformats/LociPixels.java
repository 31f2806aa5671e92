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
 */
record LociPixels(ByteBuffer bytes, int count, int samples, boolean interleaved, int type) {

	/** Reads a rectangle of the resolution that the reader is at. */
	static LociPixels read(IFormatReader reader, int plane, int x, int y, int width, int height)
			throws java.io.IOException, loci.formats.FormatException {
		byte[] bytes = reader.openBytes(plane, x, y, width, height);
		int samples = Math.max(1, reader.getRGBChannelCount());
		int type = reader.getPixelType();
		long needed = (long) width * height * samples * FormatTools.getBytesPerPixel(type);
		if (bytes == null || bytes.length < needed) throw new ImageFormatException("A tile of the slide is cut short.");
		ByteOrder order = reader.isLittleEndian() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
		return new LociPixels(ByteBuffer.wrap(bytes).order(order), width * height, samples, reader.isInterleaved(), type);
	}

	/**
	 * As samples of a slide.
	 *
	 * @param sample which of those of a pixel, for grey
	 */
	Object as(PixelKind kind, int sample) {
		Object pixels = kind.allocate(count);
		switch (kind) {
			case RGB -> colours((int[]) pixels);
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

	/** Of 16 bits the upper 8; grey is a colour, too. */
	private void colours(int[] pixels) {
		boolean deep = FormatTools.getBytesPerPixel(type) == 2;
		int green = samples >= 3 ? 1 : 0;
		int blue = samples >= 3 ? 2 : 0;
		for (int i = 0; i < count; i++)
			pixels[i] = eight(at(i, 0), deep) << 16 | eight(at(i, green), deep) << 8 | eight(at(i, blue), deep);
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
