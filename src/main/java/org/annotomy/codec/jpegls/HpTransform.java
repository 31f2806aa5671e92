package org.annotomy.codec.jpegls;

import org.annotomy.codec.jpeg.JpegHeader;
import org.annotomy.image.ImageFormatException;

/** The reversible colour transforms that HP's encoder names in an APP8 segment {@code mrfx}; red, green and blue are what was meant. */
enum HpTransform {

	NONE, HP1, HP2, HP3;

	static HpTransform of(int number) throws ImageFormatException {
		if (number >= values().length)
			throw new ImageFormatException("The JPEG-LS stream names a colour transform that is not known.");
		return values()[number];
	}

	/** Undoes the transform in place. */
	void undo(short[] samples, JpegHeader header) throws ImageFormatException {
		if (this == NONE) return;
		if (header.components().size() != 3 || header.precision() != 8 && header.precision() != 16)
			throw new ImageFormatException("The JPEG-LS stream names a colour transform that does not fit its samples.");
		int range = 1 << header.precision();
		int mask = range - 1;
		int half = range / 2;
		for (int i = 0; i < samples.length; i += 3) {
			int first = samples[i] & mask;
			int second = samples[i + 1] & mask;
			int third = samples[i + 2] & mask;
			int green = this == HP3 ? first - (second + third >> 2) + range / 4 & mask : second;
			int red = this == HP3 ? third + green - half & mask : first + green - half & mask;
			int blue = switch (this) {
				case HP1 -> third + green - half;
				case HP2 -> third + (red + green >> 1) - half;
				default -> second + green - half;
			};
			samples[i] = (short) red;
			samples[i + 1] = (short) green;
			samples[i + 2] = (short) (blue & mask);
		}
	}
}
