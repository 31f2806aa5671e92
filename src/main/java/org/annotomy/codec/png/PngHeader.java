package org.annotomy.codec.png;

import java.io.DataInputStream;
import java.io.IOException;

import org.annotomy.image.ImageFormatException;

/**
 * What a PNG file says of its pixels (W3C PNG, second edition, section 11.2.2).
 *
 * @param bits of a sample: 1, 2, 4, 8 or 16
 * @param colourType 0 grey, 2 colour, 3 palette, 4 grey with alpha, 6 colour with alpha
 * @param interlaced whether the pixels come in seven passes (Adam7)
 */
public record PngHeader(int width, int height, int bits, int colourType, boolean interlaced) {

	static final int PALETTE = 3;
	private static final long SIGNATURE = 0x89504e470d0a1a0aL;
	private static final int IHDR = 0x49484452;
	private static final int MAX_SIDE = 1 << 20;

	/** @throws ImageFormatException if the file is no PNG file, or of a kind that cannot be */
	static PngHeader read(DataInputStream file) throws IOException {
		if (file.readLong() != SIGNATURE || file.readInt() != 13 || file.readInt() != IHDR)
			throw new ImageFormatException("This is no PNG file.");
		int width = file.readInt();
		int height = file.readInt();
		int bits = file.readUnsignedByte();
		int colourType = file.readUnsignedByte();
		file.readUnsignedShort();
		int interlaced = file.readUnsignedByte();
		file.readInt();
		if (width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE)
			throw new ImageFormatException(
					"The PNG file states a picture of " + width + " × " + height + " pixels; that cannot be shown.");
		if (!isPossible(bits, colourType) || interlaced > 1)
			throw new ImageFormatException("The PNG file is broken: its kind of pixels cannot be.");
		return new PngHeader(width, height, bits, colourType, interlaced == 1);
	}

	private static boolean isPossible(int bits, int colourType) {
		return switch (colourType) {
			case 0 -> bits == 1 || bits == 2 || bits == 4 || bits == 8 || bits == 16;
			case PALETTE -> bits == 1 || bits == 2 || bits == 4 || bits == 8;
			case 2, 4, 6 -> bits == 8 || bits == 16;
			default -> false;
		};
	}

	/** Whether a pixel is no colour. */
	public boolean isGrey() {
		return colourType == 0 || colourType == 4;
	}

	/** Samples of a pixel, alpha among them. */
	int samples() {
		return switch (colourType) {
			case 2 -> 3;
			case 4 -> 2;
			case 6 -> 4;
			default -> 1;
		};
	}

	/** Bytes from a pixel to the next, at least 1. */
	int step() {
		return Math.max(1, samples() * bits / 8);
	}

	/** Bytes of a row of so many pixels. */
	public int rowBytes(int pixels) {
		return (int) (((long) pixels * samples() * bits + 7) / 8);
	}
}
