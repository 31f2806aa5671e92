package org.annotomy.slide.tiff;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.annotomy.codec.jpeg.JpegColours;
import org.annotomy.slide.PixelKind;

/** Turns samples of chunks into the pixels of a tile. */
final class TilePixels {

	private final TiffFormat format;
	private final PixelKind kind;
	private final int[] palette;

	/** @param palette colours of 0xRRGGBB; null if there is none or its indices count */
	TilePixels(TiffFormat format, int[] palette) {
		this.format = format;
		this.palette = palette;
		this.kind = kind(format, palette);
	}

	private static PixelKind kind(TiffFormat format, int[] palette) {
		if (palette != null || format.isColour() && format.photometric() != TiffFormat.PALETTE) return PixelKind.RGB;
		if (format.format() == TiffFormat.UNSIGNED && format.bits() <= 8) return PixelKind.GREY_8;
		if (format.format() == TiffFormat.UNSIGNED && format.bits() == 16) return PixelKind.GREY_16;
		return PixelKind.GREY_FLOAT;
	}

	PixelKind kind() {
		return kind;
	}

	/**
	 * Puts rows of a chunk into a tile.
	 *
	 * @param sample which of those in the chunk, for grey
	 * @param pixels of the tile
	 * @param at where they go
	 * @param width of the tile
	 * @param rows how many
	 */
	void put(Chunk chunk, int sample, Object pixels, int at, int width, int rows) {
		for (int y = 0; y < rows; y++) {
			int from = y * chunk.rowBytes();
			int to = at + y * width;
			switch (kind) {
				case RGB -> colours(chunk, from, (int[]) pixels, to, width);
				case GREY_8 -> bytes(chunk, from, sample, (byte[]) pixels, to, width);
				case GREY_16 -> shorts(chunk, from, sample, (short[]) pixels, to, width);
				default -> floats(chunk, from, sample, (float[]) pixels, to, width);
			}
		}
	}

	private void colours(Chunk chunk, int from, int[] pixels, int to, int width) {
		int samples = chunk.samples();
		byte[] bytes = chunk.bytes();
		if (palette != null) {
			for (int x = 0; x < width; x++)
				pixels[to + x] = palette[Math.min(palette.length - 1, index(chunk, from, x))];
		} else if (chunk.ycc() && chunk.bits() == 8) JpegColours.toRgb(bytes, from, samples, pixels, to, width);
		else {
			int step = chunk.bits() / 8;
			int high = step == 2 && chunk.order() == ByteOrder.LITTLE_ENDIAN ? 1 : 0;
			for (int x = 0, at = from + high; x < width; x++, at += samples * step)
				pixels[to + x] = (bytes[at] & 0xff) << 16 | (bytes[at + step] & 0xff) << 8 | bytes[at + 2 * step] & 0xff;
		}
	}

	/** One of the three planes of a colour picture whose samples lie apart. */
	void addColour(Chunk chunk, int sample, int[] pixels, int at, int width, int rows) {
		int step = chunk.bits() / 8;
		int high = step == 2 && chunk.order() == ByteOrder.LITTLE_ENDIAN ? 1 : 0;
		for (int y = 0; y < rows; y++)
			for (int x = 0; x < width; x++)
				pixels[at + y * width + x] |= (chunk.bytes()[y * chunk.rowBytes() + x * step + high] & 0xff) << 16 - 8 * sample;
	}

	/** A plane of a colour picture that the file leaves out. */
	void addWhite(int sample, int[] pixels, int at, int count) {
		for (int i = at; i < at + count; i++)
			pixels[i] |= 0xff0000 >> 8 * sample;
	}

	private int index(Chunk chunk, int from, int x) {
		if (chunk.bits() == 16) return ByteBuffer.wrap(chunk.bytes()).order(chunk.order()).getShort(from + 2 * x) & 0xffff;
		return few(chunk, from, x);
	}

	/** A sample of 1, 2, 4 or 8 bits. */
	private static int few(Chunk chunk, int from, int x) {
		int bits = chunk.bits();
		int shift = 8 - bits - x * bits % 8;
		return (chunk.bytes()[from + x * bits / 8] & 0xff) >> shift & (1 << bits) - 1;
	}

	private void bytes(Chunk chunk, int from, int sample, byte[] pixels, int to, int width) {
		int flip = format.photometric() == TiffFormat.WHITE_IS_ZERO ? 0xff : 0;
		if (chunk.bits() == 8) {
			for (int x = 0, at = from + sample; x < width; x++, at += chunk.samples())
				pixels[to + x] = (byte) (chunk.bytes()[at] ^ flip);
			return;
		}
		int scale = format.photometric() == TiffFormat.PALETTE ? 1 : 255 / ((1 << chunk.bits()) - 1);
		for (int x = 0; x < width; x++)
			pixels[to + x] = (byte) (few(chunk, from, x) * scale ^ flip);
	}

	private void shorts(Chunk chunk, int from, int sample, short[] pixels, int to, int width) {
		int flip = format.photometric() == TiffFormat.WHITE_IS_ZERO ? 0xffff : 0;
		ByteBuffer values = ByteBuffer.wrap(chunk.bytes()).order(chunk.order());
		for (int x = 0, at = from + 2 * sample; x < width; x++, at += 2 * chunk.samples())
			pixels[to + x] = (short) (values.getShort(at) ^ flip);
	}

	private void floats(Chunk chunk, int from, int sample, float[] pixels, int to, int width) {
		int bytes = chunk.bits() / 8;
		ByteBuffer values = ByteBuffer.wrap(chunk.bytes()).order(chunk.order());
		for (int x = 0, at = from + bytes * sample; x < width; x++, at += bytes * chunk.samples())
			pixels[to + x] = real(values, at);
	}

	private float real(ByteBuffer values, int at) {
		boolean signed = format.format() == TiffFormat.SIGNED;
		if (format.format() == TiffFormat.FLOAT) return switch (format.bits()) {
			case 16 -> half(values.getShort(at));
			case 32 -> values.getFloat(at);
			default -> (float) values.getDouble(at);
		};
		return switch (format.bits()) {
			case 8 -> values.get(at);
			case 16 -> values.getShort(at);
			default -> signed ? values.getInt(at) : values.getInt(at) & 0xffffffffL;
		};
	}

	/** IEEE 754 binary16. */
	static float half(short bits) {
		int exponent = bits >> 10 & 31;
		int fraction = bits & 0x3ff;
		float sign = bits < 0 ? -1 : 1;
		if (exponent == 31) return fraction == 0 ? sign * Float.POSITIVE_INFINITY : Float.NaN;
		if (exponent == 0) return sign * fraction * 0x1p-24f;
		return sign * (1024 + fraction) * (float) Math.scalb(1.0, exponent - 25);
	}
}
