package org.annotomy.slide;

/** How the samples of a slide's tiles are held. */
public enum PixelKind {

	/** Colour: {@code int[]} of 0xRRGGBB, the top byte without meaning. Channels of such a slide are whole pictures. */
	RGB(4),
	/** Unsigned 8 bit: {@code byte[]}. */
	GREY_8(1),
	/** Unsigned 16 bit: {@code short[]}. */
	GREY_16(2),
	/** {@code float[]}; NaN is a value that is missing. */
	GREY_FLOAT(4);

	private final int bytes;

	PixelKind(int bytes) {
		this.bytes = bytes;
	}

	/** Bytes in memory of one sample. */
	public int bytes() {
		return bytes;
	}

	/** Room for so many samples, all 0. */
	public Object allocate(int samples) {
		return switch (this) {
			case RGB -> new int[samples];
			case GREY_8 -> new byte[samples];
			case GREY_16 -> new short[samples];
			case GREY_FLOAT -> new float[samples];
		};
	}
}
