package org.annotomy.registration.intensity;

import java.util.Arrays;

/**
 * The values that tell something: all but the rarest at both ends, so that metal does not take all bins of a histogram.
 *
 * @param low values below count as this
 * @param high values above count as this
 */
public record ValueRange(double low, double high) {

	private static final int MOST = 1 << 18;
	private static final double CUT = 0.002;

	/**
	 * @param image for messages, such as {@code moving}
	 * @throws IllegalArgumentException if all values are the same, or none is a number
	 */
	static ValueRange of(Level level, String image) {
		int step = Math.max(1, level.values().length / MOST);
		float[] sample = new float[(level.values().length + step - 1) / step];
		int count = 0;
		for (int i = 0; i < level.values().length; i += step)
			if (Float.isFinite(level.values()[i])) sample[count++] = level.values()[i];
		Arrays.sort(sample, 0, count);
		int cut = (int) (CUT * count);
		if (count > 0 && sample[count - 1 - cut] > sample[cut]) return new ValueRange(sample[cut], sample[count - 1 - cut]);
		if (count > 0 && sample[count - 1] > sample[0]) return new ValueRange(sample[0], sample[count - 1]);
		throw new IllegalArgumentException(
				"The " + image + " image has the same value everywhere, so there is nothing to register it by.");
	}
}
