package org.annotomy.registration.intensity;

/** Values between the centres of voxels, linear along each axis, with their derivatives. */
final class Interpolator {

	/** So far beyond the outermost centres their values still hold, in voxels. */
	private static final double RIM = 0.5;

	private final float[] values;
	private final int nx;
	private final int ny;
	private final int nz;
	private final int plane;

	Interpolator(Level level) {
		values = level.values();
		nx = level.size().nx();
		ny = level.size().ny();
		nz = level.size().nz();
		plane = nx * ny;
	}

	/**
	 * @param result gets the value and its derivatives along x, y and z, per voxel
	 * @return false outside the volume, and where a voxel around is no number
	 */
	boolean at(double x, double y, double z, double[] result) {
		boolean flat = nz == 1;
		if (!(x >= -RIM && y >= -RIM && x <= nx - 1 + RIM && y <= ny - 1 + RIM)) return false;
		if (!flat && !(z >= -RIM && z <= nz - 1 + RIM)) return false;
		int i = low(x, nx);
		int j = low(y, ny);
		int k = flat ? 0 : low(z, nz);
		double u = part(x, i);
		double v = part(y, j);
		double w = flat ? 0 : part(z, k);
		int dx = nx > 1 ? 1 : 0;
		int dy = ny > 1 ? nx : 0;
		int dz = flat ? 0 : plane;
		int at = i + nx * j + plane * k;
		double a = values[at];
		double b = values[at + dx];
		double c = values[at + dy];
		double d = values[at + dx + dy];
		double e = values[at + dz];
		double f = values[at + dx + dz];
		double g = values[at + dy + dz];
		double h = values[at + dx + dy + dz];
		double ab = a + u * (b - a);
		double cd = c + u * (d - c);
		double ef = e + u * (f - e);
		double gh = g + u * (h - g);
		double near = ab + v * (cd - ab);
		double far = ef + v * (gh - ef);
		result[0] = near + w * (far - near);
		result[1] = (1 - w) * ((1 - v) * (b - a) + v * (d - c)) + w * ((1 - v) * (f - e) + v * (h - g));
		result[2] = (1 - w) * (cd - ab) + w * (gh - ef);
		result[3] = far - near;
		if (x < 0 || x > nx - 1) result[1] = 0;
		if (y < 0 || y > ny - 1) result[2] = 0;
		if (z < 0 || z > nz - 1) result[3] = 0;
		return result[0] == result[0];
	}

	private static int low(double at, int n) {
		return (int) Math.max(0, Math.min(n - 2, Math.floor(at)));
	}

	private static double part(double at, int low) {
		return Math.max(0, Math.min(1, at - low));
	}
}
