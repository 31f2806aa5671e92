package org.annotomy.sample.chest;

/** The two lungs: inside the pleura, beside the mediastinum, above the diaphragm. */
final class LungShape {

	/** Half width of the mediastinum by depth, at the root of the lung. */
	private static final Profile RIGHT = Profile.of(-100, 5, -74, 7, -55, 20, -35, 33, -8, 34, 10, 23, 26, 15, 42, 19, 60, 25, 74,
			34, 88, 52);
	private static final Profile LEFT = Profile.of(-100, 5, -74, 6, -55, 18, -35, 31, -8, 33, 10, 33, 30, 36, 46, 30, 60, 26, 74,
			34, 88, 52);
	private static final Profile WIDEN = Profile.of(-165, 1.15, -20, 1.05, 40, 1, 90, 0.92, 130, 0.8, 160, 0.75);

	private static final double SOFT = 0.55;

	private LungShape() {}

	/** How far the place is outside of the lung at {@code side} (−1 right, 1 left), given how far it is outside of the pleura. */
	static double outside(int side, double x, double y, double z, double outsidePleura) {
		double shifted = y + 46 - Skeleton.spineY(z);
		double wall = (side < 0 ? RIGHT : LEFT).at(shifted) * WIDEN.at(z);
		double mediastinum = (wall - side * x) * 0.9;
		double apex = Slice.ellipsoidDistance((x - side * 46) / 72, (y - 6) / 90, Math.max(0, z - 40) / 99, 72, 90, 99);
		double outside = Math.max(Math.max(outsidePleura, mediastinum), z > 40 ? apex : -1e3);
		return Math.max(outside, belowAllOfDiaphragm(x, y, z));
	}

	/** How far the place is below the dome of the diaphragm on its side (negative above it). */
	static double belowDiaphragm(int side, double x, double y, double z) {
		double u = (x - side * 64) / 66;
		double v = (y - (side < 0 ? -4 : 0)) / 92;
		double q = u * u + v * v;
		double depth = 63 + 12 * y / Math.sqrt(y * y + 900);
		double top = side < 0 ? -42 : -56;
		double height = top - depth * q - 10 * q * q;
		double slope = 2 * q * (depth + 20 * q);
		double gradient = Math.sqrt(1 + slope * slope / (66 * 66) / Math.max(q, 1e-3));
		return (height - z) / gradient;
	}

	/**
	 * How far the place is below the whole diaphragm: both domes and the saddle that the heart lies on. Shortened, because these surfaces
	 * lie nearly in the slice and their edges must be soft.
	 */
	static double belowAllOfDiaphragm(double x, double y, double z) {
		double domes = Math.max(belowDiaphragm(-1, x, y, z), belowDiaphragm(1, x, y, z));
		double aside = Math.max(0, Math.abs(x) - 35);
		double saddle = -84 - 0.006 * (y + 40) * (y + 40) - 0.03 * aside * aside - z;
		return SOFT * Math.max(domes, saddle);
	}

	/** As {@link #outside} for a single place. */
	static double outside(int side, double x, double y, double z) {
		double r = Math.sqrt(x * x + y * y);
		double cos = r == 0 ? 1 : x / r;
		double sin = r == 0 ? 0 : y / r;
		return outside(side, x, y, z, r - Torso.pleura(cos, sin, z));
	}

	/** The distance to the oblique fissure, positive above and in front of it; the horizontal one of the right lung likewise. */
	static double obliqueFissure(double x, double y, double z) {
		return (0.78 * (z + 8) - 0.62 * (y - 6) - 0.0016 * (x * x - 4900)) * 0.98;
	}

	static double horizontalFissure(double y, double z) {
		return z - 14 + 0.10 * y + 0.0012 * y * y;
	}
}
