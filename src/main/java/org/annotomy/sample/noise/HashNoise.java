package org.annotomy.sample.noise;

/** Noise that depends on nothing but place and seed, so that it is the same on every machine and in every thread. */
public final class HashNoise {

	private static final int GAUSS_BITS = 14;

	private final int seed;

	public HashNoise(int seed) {
		this.seed = seed;
	}

	/** Values of a standard normal distribution, to be picked by {@link #hash}. */
	public static float[] gaussTable() {
		java.util.Random random = new java.util.Random(20261123);
		float[] table = new float[1 << GAUSS_BITS];
		for (int i = 0; i < table.length; i += 2) {
			double radius = Math.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
			double angle = 2 * Math.PI * random.nextDouble();
			table[i] = (float) (radius * StrictMath.cos(angle));
			table[i + 1] = (float) (radius * StrictMath.sin(angle));
		}
		return table;
	}

	/** One of the values of {@link #gaussTable()}. */
	public float gauss(float[] table, int x, int y, int z) {
		return table[hash(x, y, z) >>> 32 - GAUSS_BITS];
	}

	/** Smooth noise from −1 to 1 whose grains are one unit wide. */
	public double smooth(double x, double y, double z) {
		int ix = floor(x);
		int iy = floor(y);
		int iz = floor(z);
		double fx = fade(x - ix);
		double fy = fade(y - iy);
		double fz = fade(z - iz);
		double near = mix(mix(value(ix, iy, iz), value(ix + 1, iy, iz), fx),
				mix(value(ix, iy + 1, iz), value(ix + 1, iy + 1, iz), fx), fy);
		double far = mix(mix(value(ix, iy, iz + 1), value(ix + 1, iy, iz + 1), fx),
				mix(value(ix, iy + 1, iz + 1), value(ix + 1, iy + 1, iz + 1), fx), fy);
		return mix(near, far, fz);
	}

	private static int floor(double x) {
		int i = (int) x;
		return x < i ? i - 1 : i;
	}

	private static double fade(double t) {
		return t * t * (3 - 2 * t);
	}

	private static double mix(double a, double b, double t) {
		return a + (b - a) * t;
	}

	private double value(int x, int y, int z) {
		return hash(x, y, z) * 0x1p-31;
	}

	/** All 32 bits depend on the place: the finaliser of MurmurHash3 over a weighted sum. */
	public int hash(int x, int y, int z) {
		int h = seed + x * 0x8da6b343 + y * 0xd8163841 + z * 0xcb1ab31f;
		h ^= h >>> 16;
		h *= 0x85ebca6b;
		h ^= h >>> 13;
		h *= 0xc2b2ae35;
		return h ^ h >>> 16;
	}
}
