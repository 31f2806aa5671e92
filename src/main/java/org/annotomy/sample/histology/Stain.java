package org.annotomy.sample.histology;

/**
 * From amounts of haematoxylin and a second stain to the colour that a scanner sees, by the law of Lambert and Beer with the stain vectors of Ruifrok
 * and Johnston (Anal Quant Cytol Histol 2001;23:291).
 */
public final class Stain {

	/** Optical densities in red, green and blue of one unit of haematoxylin. */
	private static final double[] HAEMATOXYLIN = {0.65, 0.704, 0.286};
	/** The light of the lamp through bare glass. */
	private static final int[] LAMP = {243, 242, 246};
	private static final int STEPS_PER_UNIT = 512;
	private static final int STEPS = 8 * STEPS_PER_UNIT;

	private final float[] transmitted = new float[STEPS + 1];

	private final double[] second;

	/** @param second optical densities of one unit of the stain beside haematoxylin */
	Stain(double[] second) {
		this.second = second;
		for (int i = 0; i <= STEPS; i++)
			transmitted[i] = (float) StrictMath.pow(10, -(double) i / STEPS_PER_UNIT);
	}

	/** Colour as 0xRRGGBB. @param light added to each channel, for the grain of the camera */
	int colour(double haematoxylin, double other, double light) {
		int rgb = 0;
		for (int channel = 0; channel < 3; channel++) {
			double density = haematoxylin * HAEMATOXYLIN[channel] + other * second[channel];
			int step = (int) Math.min(STEPS, Math.max(0, density) * STEPS_PER_UNIT);
			rgb = rgb << 8 | clamp(LAMP[channel] * transmitted[step] + light);
		}
		return rgb;
	}

	/** The colour of a place of which a part has another one. @param share of {@code other}, 0 to 1 */
	static int mix(int colour, int other, double share) {
		int rgb = 0;
		for (int shift = 16; shift >= 0; shift -= 8)
			rgb = rgb << 8 | clamp((colour >> shift & 255) * (1 - share) + (other >> shift & 255) * share);
		return rgb;
	}

	private static int clamp(double value) {
		return Math.max(0, Math.min(255, (int) Math.rint(value)));
	}
}
