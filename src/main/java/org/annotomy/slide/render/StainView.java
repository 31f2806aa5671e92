package org.annotomy.slide.render;

/**
 * One stain shown alone, in its own colour on white.
 *
 * @param stain 0, 1 or 2 for the residual
 */
public record StainView(StainSet set, int stain) {

	private static final int STEPS = 1024;
	/** Amounts beyond are as dark as 8-bit colours get. */
	private static final double MOST = 3;

	/** @throws IndexOutOfBoundsException if there is no such stain */
	public StainView {
		java.util.Objects.checkIndex(stain, 3);
	}

	/** Optical density of each 8-bit sample; black counts as 1 of 255. */
	static double[] densities() {
		double[] densities = new double[256];
		for (int i = 0; i < densities.length; i++)
			densities[i] = -Math.log10(Math.max(1, i) / 255.0);
		return densities;
	}

	/** Replaces colours 0xAARRGGBB in place; those with alpha 0 stay. */
	void apply(int[] pixels) {
		double[] od = densities();
		int[] colours = colours();
		double[] density = new double[3];
		for (int i = 0; i < pixels.length; i++) {
			int p = pixels[i];
			if (p >>> 24 == 0) continue;
			density[0] = od[p >> 16 & 255];
			density[1] = od[p >> 8 & 255];
			density[2] = od[p & 255];
			pixels[i] = colours[step(set.amount(stain, density))];
		}
	}

	private static int step(double amount) {
		return (int) Math.max(0, Math.min(STEPS - 1, amount * (STEPS - 1) / MOST + 0.5));
	}

	/** Colour of each step of amount, opaque. */
	private int[] colours() {
		double[] vector = set.vector(stain);
		int[] colours = new int[STEPS];
		for (int i = 0; i < STEPS; i++) {
			double amount = i * MOST / (STEPS - 1);
			int rgb = 0;
			for (int component = 0; component < 3; component++)
				rgb = rgb << 8
						| (int) Math.round(255 * Math.min(1, Math.pow(10, -amount * vector[component])));
			colours[i] = 0xFF000000 | rgb;
		}
		return colours;
	}
}
