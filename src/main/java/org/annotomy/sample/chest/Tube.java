package org.annotomy.sample.chest;

/** A piece of a vessel or bone: the hull of two spheres. */
record Tube(double x0, double y0, double z0, double x1, double y1, double z1, double r0, double r1) {

	double lowest() {
		return Math.min(z0, z1);
	}

	double highest() {
		return Math.max(z0, z1);
	}

	/** How far (x, y, z) is outside of the tube. */
	double distance(double x, double y, double z) {
		double ax = x1 - x0;
		double ay = y1 - y0;
		double az = z1 - z0;
		double length2 = ax * ax + ay * ay + az * az;
		double t = length2 == 0 ? 0 : ((x - x0) * ax + (y - y0) * ay + (z - z0) * az) / length2;
		t = t < 0 ? 0 : t > 1 ? 1 : t;
		double dx = x - x0 - t * ax;
		double dy = y - y0 - t * ay;
		double dz = z - z0 - t * az;
		return Math.sqrt(dx * dx + dy * dy + dz * dz) - (r0 + t * (r1 - r0));
	}

	/** The ends x, y, x, y of the part of the axis that is no further than {@code reach} from the plane at {@code z}. */
	double[] partNear(double z, double reach) {
		double az = z1 - z0;
		if (Math.abs(az) < 1e-9) return new double[]{x0, y0, x1, y1};
		double a = clamp((z - reach - z0) / az);
		double b = clamp((z + reach - z0) / az);
		return new double[]{x0 + a * (x1 - x0), y0 + a * (y1 - y0), x0 + b * (x1 - x0), y0 + b * (y1 - y0)};
	}

	private static double clamp(double t) {
		return t < 0 ? 0 : t > 1 ? 1 : t;
	}
}
