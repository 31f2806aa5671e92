package org.annotomy.codec.png;

/** Turns the bytes of rows into pixels; alpha is left out. */
public final class PngPixels {

	private final PngHeader header;
	private final byte[] palette;

	/** @param palette red, green and blue of each colour; a colour that it lacks is black */
	PngPixels(PngHeader header, byte[] palette) {
		this.header = header;
		this.palette = palette;
	}

	/**
	 * Grey of up to 8 bits, spread to the whole range.
	 *
	 * @param row of the file
	 * @param to takes {@code count} samples from {@code at} on, each {@code step} after the one before
	 */
	public void greys(byte[] row, byte[] to, int at, int step, int count) {
		int from = header.step();
		int scale = 255 / ((1 << Math.min(8, header.bits())) - 1);
		for (int x = 0; x < count; x++)
			to[at + x * step] = header.bits() >= 8 ? row[x * from] : (byte) (few(row, x) * scale);
	}

	/** Like {@link #greys(byte[], byte[], int, int, int)} for 16 bits. */
	public void wideGreys(byte[] row, short[] to, int at, int step, int count) {
		int from = header.step();
		for (int x = 0; x < count; x++)
			to[at + x * step] = (short) ((row[x * from] & 0xff) << 8 | row[x * from + 1] & 0xff);
	}

	/** Like {@link #greys(byte[], byte[], int, int, int)} as colours of 0xRRGGBB, whatever the pixels are; of 16 bits the upper 8. */
	public void colours(byte[] row, int[] to, int at, int step, int count) {
		int from = header.step();
		if (header.isGrey()) {
			byte[] greys = new byte[count];
			greys(row, greys, 0, 1, count);
			for (int x = 0; x < count; x++)
				to[at + x * step] = (greys[x] & 0xff) * 0x10101;
		} else if (header.colourType() == PngHeader.PALETTE) {
			for (int x = 0; x < count; x++)
				to[at + x * step] = colour(few(row, x));
		} else {
			int sample = header.bits() / 8;
			for (int x = 0, i = 0; x < count; x++, i += from)
				to[at + x * step] = (row[i] & 0xff) << 16 | (row[i + sample] & 0xff) << 8 | row[i + 2 * sample] & 0xff;
		}
	}

	private int few(byte[] row, int x) {
		int bits = header.bits();
		return (row[x * bits / 8] & 0xff) >> 8 - bits - x * bits % 8 & (1 << bits) - 1;
	}

	private int colour(int index) {
		int at = 3 * index;
		return at + 2 < palette.length ? (palette[at] & 0xff) << 16 | (palette[at + 1] & 0xff) << 8 | palette[at + 2] & 0xff : 0;
	}
}
