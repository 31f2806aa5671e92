package org.annotomy.sample.breast;

import org.annotomy.sample.noise.HashNoise;

/** How much of each place of an uncompressed breast is gland: a cone behind the nipple, in lobes and strands, with fat between and around. */
final class GlandularTissue {

	private static final double WALLS = 0.16;

	private final HashNoise lobes;
	private final HashNoise lobules;
	private final HashNoise strands;
	private final HashNoise grain;

	GlandularTissue(boolean right) {
		int seed = right ? 500 : 400;
		lobes = new HashNoise(seed);
		lobules = new HashNoise(seed + 1);
		strands = new HashNoise(seed + 2);
		grain = new HashNoise(seed + 3);
	}

	/** @return 0 (fat) to about 1 (gland); walls of connective tissue run through the fat as well */
	double at(double lateral, double depth, double up) {
		double toNipple = Compression.DEPTH_MM - depth;
		double distance = Math.sqrt(lateral * lateral + toNipple * toNipple + up * up) + 1;
		double bend = 2.5 * lobules.smooth(lateral / 9, depth / 9, up / 9);
		double wall = ridge(strands.smooth((lateral + bend) / 9, depth / 12, (up + bend) / 9));
		double walls = WALLS * Math.max(0, wall - 0.86) / 0.14 * step(0.98, 0.7, part(lateral, depth, up));
		double cone = cone(lateral, depth, up);
		if (cone <= 0) return walls;
		double lobe = lobes.smooth(lateral / 12, depth / 15, up / 12);
		double lobule = lobules.smooth((lateral + bend) / 4.2, (depth + bend) / 5.5, up / 4.2);
		double strand = ridge(strands.smooth(distance / 14, 10 * lateral / distance, 10 * up / distance)) - 0.7;
		double fine = ridge(grain.smooth((lateral + bend) / 2.2, depth / 3, (up - bend) / 2.2));
		double value = 1.05 * cone + 0.75 * lobe + 0.4 * lobule + 0.5 * strand - 0.52;
		return walls + Math.max(0, Math.min(1, value / 0.7)) * (0.45 + 0.6 * fine);
	}

	/** 1 where noise changes its sign: thin sheets. */
	private static double ridge(double noise) {
		return 1 - Math.abs(noise);
	}

	/** 1 in the middle, 0 in the fat under the skin and before the chest wall; more of it lies up and to the side. */
	private static double cone(double lateral, double depth, double up) {
		return step(0.95, 0.4, part(lateral - 5, depth, up - 4)) * (0.25 + 0.75 * step(2, 40, depth)) * step(0, 9, depth);
	}

	/** 0 at the chest wall behind the nipple, 1 at the skin. */
	private static double part(double lateral, double depth, double up) {
		double x = lateral / Compression.RADIUS_MM;
		double y = depth / Compression.DEPTH_MM;
		double z = up / Compression.RADIUS_MM;
		return Math.sqrt(x * x + y * y + z * z);
	}

	/** From 0 at {@code from} smoothly to 1 at {@code to}. */
	static double step(double from, double to, double x) {
		double t = Math.max(0, Math.min(1, (x - from) / (to - from)));
		return t * t * (3 - 2 * t);
	}
}
