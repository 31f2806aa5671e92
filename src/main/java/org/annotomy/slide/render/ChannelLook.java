package org.annotomy.slide.render;

/**
 * How one channel is shown. For colour slides the one channel is all three components, each shown by the same curve.
 *
 * @param visible whether it is shown at all
 * @param rgb its colour as 0xRRGGBB; without meaning for colour slides
 * @param min sample shown black
 * @param max sample shown in full colour; above {@code min}
 * @param gamma 1 for a straight line; below 1 lifts dark samples
 */
public record ChannelLook(boolean visible, int rgb, double min, double max, double gamma) {

	private static final int STEPS = 1024;
	private static final double LEAST_GAMMA = 0.05;
	private static final double MOST_GAMMA = 20;

	/** @throws IllegalArgumentException if the range is empty or the gamma not from 0.05 to 20; in words for the user */
	public ChannelLook {
		if (!(max > min) || Double.isInfinite(max - min))
			throw new IllegalArgumentException(
					"The range of a channel needs a lower and a higher end, not " + min + " to " + max + ".");
		if (!(gamma >= LEAST_GAMMA && gamma <= MOST_GAMMA))
			throw new IllegalArgumentException("A gamma is from " + LEAST_GAMMA + " to " + MOST_GAMMA + ", not " + gamma + ".");
	}

	/** The same channel, shown or not. */
	public ChannelLook visible(boolean shown) {
		return new ChannelLook(shown, rgb, min, max, gamma);
	}

	public ChannelLook withRgb(int newRgb) {
		return new ChannelLook(visible, newRgb & 0xFFFFFF, min, max, gamma);
	}

	public ChannelLook withRange(double newMin, double newMax) {
		return new ChannelLook(visible, rgb, newMin, newMax, gamma);
	}

	public ChannelLook withGamma(double newGamma) {
		return new ChannelLook(visible, rgb, min, max, newGamma);
	}

	/** Whether samples of 8 bits are shown as they are. */
	boolean isPlain() { return min == 0 && max == 255 && gamma == 1; }

	/** Brightness 0 to 255 for each of 1024 steps from {@code min} to {@code max}. */
	int[] curve() {
		int[] curve = new int[STEPS];
		for (int i = 0; i < STEPS; i++)
			curve[i] = (int) Math.round(255 * Math.pow(i / (STEPS - 1.0), gamma));
		return curve;
	}

	/** Brightness 0 to 255 of each 8-bit sample. */
	int[] table() {
		int[] curve = curve();
		int[] table = new int[256];
		for (int i = 0; i < table.length; i++)
			table[i] = curve[step(i)];
		return table;
	}

	/** Which step of the curve a sample is on. */
	int step(double sample) {
		double part = (sample - min) / (max - min) * (STEPS - 1);
		return part <= 0 ? 0 : part >= STEPS - 1 ? STEPS - 1 : (int) (part + 0.5);
	}
}
