package org.annotomy.sample.chest;

import org.annotomy.sample.noise.HashNoise;

/** The grain of a CT: normally distributed, neighbours alike as after a reconstruction filter. */
public final class CtNoise {

	private static final float SIGMA_HU = 13;
	/** What the smoothing of both directions by 1 2 1 leaves of the deviation. */
	private static final float LEFT_BY_SMOOTHING = 0.375f;
	private static final float[] GAUSS = HashNoise.gaussTable();
	private static final HashNoise GRAIN = new HashNoise(71);

	private CtNoise() {}

	/** Adds the noise of slice number {@code k}. */
	public static void add(float[] hu, PixelPlane plane, int k) {
		int nx = plane.nx();
		int ny = plane.ny();
		float[][] rows = new float[3][nx];
		for (int iy = -1; iy <= ny; iy++) {
			float[] row = rows[(iy + 3) % 3];
			fill(row, iy, k);
			if (iy < 1) continue;
			float[] above = rows[(iy + 1) % 3];
			float[] middle = rows[(iy + 2) % 3];
			float scale = SIGMA_HU / LEFT_BY_SMOOTHING / 4;
			for (int ix = 0, i = (iy - 1) * nx; ix < nx; ix++, i++)
				hu[i] += scale * (above[ix] + 2 * middle[ix] + row[ix]);
		}
	}

	private static void fill(float[] row, int iy, int k) {
		float before = GRAIN.gauss(GAUSS, -1, iy, k);
		float here = GRAIN.gauss(GAUSS, 0, iy, k);
		for (int ix = 0; ix < row.length; ix++) {
			float after = GRAIN.gauss(GAUSS, ix + 1, iy, k);
			row[ix] = (before + 2 * here + after) / 4;
			before = here;
			here = after;
		}
	}
}
