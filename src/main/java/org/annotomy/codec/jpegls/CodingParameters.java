package org.annotomy.codec.jpegls;

import org.annotomy.image.ImageFormatException;

/**
 * What a scan is coded with (T.87 A.2.1, C.2.4.1.1). All numbers are checked.
 *
 * @param maxval largest sample
 * @param near largest error
 * @param t1 threshold of the gradients, as are {@code t2} and {@code t3}
 * @param reset number of occurrences at which the statistics are halved
 */
record CodingParameters(int maxval, int near, int t1, int t2, int t3, int reset) {

	/** What an LSE segment states; 0 stands for the default. */
	static final CodingParameters DEFAULT = new CodingParameters(0, 0, 0, 0, 0, 0);

	/** Fills in the defaults for a scan. */
	CodingParameters of(int precision, int near) throws ImageFormatException {
		int most = (1 << precision) - 1;
		int max = maxval == 0 ? most : maxval;
		if (max > most || near > Math.min(255, max / 2)) throw broken();
		int factor = (Math.min(max, 4095) + 128) / 256;
		int first;
		int second;
		int third;
		if (max >= 128) {
			first = clamp(factor + 2 + 3 * near, near + 1, max);
			second = clamp(factor * 4 + 3 + 5 * near, first, max);
			third = clamp(factor * 17 + 4 + 7 * near, second, max);
		} else {
			int divisor = 256 / (max + 1);
			first = clamp(Math.max(2, 3 / divisor + 3 * near), near + 1, max);
			second = clamp(Math.max(3, 7 / divisor + 5 * near), first, max);
			third = clamp(Math.max(4, 21 / divisor + 7 * near), second, max);
		}
		CodingParameters all = new CodingParameters(max, near, t1 == 0 ? first : t1, t2 == 0 ? second : t2, t3 == 0 ? third : t3,
				reset == 0 ? 64 : reset);
		all.requireValid();
		return all;
	}

	private static int clamp(int value, int least, int max) {
		return value > max || value < least ? least : value;
	}

	private void requireValid() throws ImageFormatException {
		boolean ascending = near < t1 && t1 <= t2 && t2 <= t3 && t3 <= maxval;
		if (!ascending || reset < 3 || reset > Math.max(255, maxval)) throw broken();
	}

	private static ImageFormatException broken() {
		return new ImageFormatException("The coding parameters of the JPEG-LS stream are broken.");
	}

	/** Number of different errors. */
	int range() {
		return (maxval + 2 * near) / (2 * near + 1) + 1;
	}

	/** Bits for an error. */
	int errorBits() {
		return bits(range());
	}

	/** Longest code word. */
	int limit() {
		int sampleBits = Math.max(2, bits(maxval + 1));
		return 2 * (sampleBits + Math.max(8, sampleBits));
	}

	private static int bits(int values) {
		return Integer.SIZE - Integer.numberOfLeadingZeros(values - 1);
	}
}
