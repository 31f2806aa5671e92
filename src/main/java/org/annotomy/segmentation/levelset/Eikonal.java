package org.annotomy.segmentation.levelset;

/** The upwind difference scheme of first order for |∇u| = s on voxels that need not be cubes. */
final class Eikonal {

	private Eikonal() {}

	/**
	 * The value of a voxel by its smallest neighbour along each axis: the root u of Σ(max(0, u − a)/h)² = s² (Rouy and Tourin 1992,
	 * doi:10.1137/0729053).
	 *
	 * @param a smallest value of the two neighbours along x, infinite for none; likewise {@code b} along y, {@code c} along z
	 * @param hx distance of voxels along x; likewise {@code hy}, {@code hz}
	 * @param slowness s: increase per mm, above 0
	 * @return infinite if there is no neighbour
	 */
	static double solve(double a, double b, double c, double hx, double hy, double hz, double slowness) {
		if (b < a) {
			double t = a;
			a = b;
			b = t;
			t = hx;
			hx = hy;
			hy = t;
		}
		if (c < b) {
			double t = b;
			b = c;
			c = t;
			t = hy;
			hy = hz;
			hz = t;
		}
		if (b < a) {
			double t = a;
			a = b;
			b = t;
			t = hx;
			hx = hy;
			hy = t;
		}
		double one = a + hx * slowness;
		if (one <= b) return one;
		double x2 = 1 / (hx * hx);
		double y2 = 1 / (hy * hy);
		double two = root(x2 + y2, y2 * (b - a), y2 * (b - a) * (b - a) - slowness * slowness) + a;
		if (two <= c) return two;
		double z2 = 1 / (hz * hz);
		return root(x2 + y2 + z2, y2 * (b - a) + z2 * (c - a),
				y2 * (b - a) * (b - a) + z2 * (c - a) * (c - a) - slowness * slowness) + a;
	}

	/** The larger root of p·u² − 2q·u + r = 0. */
	private static double root(double p, double q, double r) {
		return (q + Math.sqrt(Math.max(0, q * q - p * r))) / p;
	}
}
