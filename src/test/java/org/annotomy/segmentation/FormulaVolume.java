package org.annotomy.segmentation;

import org.annotomy.geometry.VolumeSize;

/** The volume that {@code src/test/scripts/segmentation_oracle.py} makes by the same formula: noise, a ball and a bar. */
public final class FormulaVolume {

	public static final VolumeSize SIZE = new VolumeSize(37, 29, 23);

	private FormulaVolume() {}

	/** Something from each voxel. */
	@FunctionalInterface
	public interface Formula {
		int at(int x, int y, int z);
	}

	public static int[] make(Formula formula) {
		int[] all = new int[SIZE.arrayLength()];
		int i = 0;
		for (int z = 0; z < SIZE.nz(); z++)
			for (int y = 0; y < SIZE.ny(); y++)
				for (int x = 0; x < SIZE.nx(); x++)
					all[i++] = formula.at(x, y, z);
		return all;
	}

	public static short[] values() {
		return shorts(make((x, y, z) -> hashed(x, y, z, 1) / 20 + hashed(x, y, z, 2) / 20 + hashed(x, y, z, 3) / 20
				+ (ball(x, y, z) ? 90 : 0) + (bar(x, y, z) ? 160 : 0) - 40));
	}

	public static float[] floats() {
		return floats(values());
	}

	private static float[] floats(short[] values) {
		float[] floats = new float[values.length];
		for (int i = 0; i < floats.length; i++)
			floats[i] = values[i];
		return floats;
	}

	/** Noise and the ball. */
	public static float[] ballValues() {
		return floats(shorts(make((x, y, z) -> hashed(x, y, z, 1) / 20 + hashed(x, y, z, 2) / 20 + hashed(x, y, z, 3) / 20
				+ (ball(x, y, z) ? 90 : 0) - 40)));
	}

	public static byte[] mask() {
		return bytes((x, y, z) -> hashed(x / 2, y / 2, z / 2, 4) < 330 ? 1 : 0);
	}

	public static byte[] walls() {
		return bytes((x, y, z) -> hashed(x, y, z, 5) < 620 ? 1 : 0);
	}

	public static int[] labels() {
		return make((x, y, z) -> hashed(x / 6, y / 6, z / 6, 6) % 7 * 9000);
	}

	public static byte[] ballMask() {
		return bytes((x, y, z) -> ball(x, y, z) ? 1 : 0);
	}

	public static byte[] barMask() {
		return bytes((x, y, z) -> bar(x, y, z) && z > 2 && z < 12 ? 1 : 0);
	}

	public static short[] shorts(int[] all) {
		short[] shorts = new short[all.length];
		for (int i = 0; i < all.length; i++)
			shorts[i] = (short) all[i];
		return shorts;
	}

	/** The sum of index modulo 97, times value: different for nearly all arrays that differ. */
	public static long weighted(int[] all) {
		long sum = 0;
		for (int i = 0; i < all.length; i++)
			sum += (long) all[i] * (i % 97);
		return sum;
	}

	public static long weighted(byte[] all) {
		int[] ints = new int[all.length];
		for (int i = 0; i < all.length; i++)
			ints[i] = all[i];
		return weighted(ints);
	}

	private static byte[] bytes(Formula formula) {
		int[] all = make(formula);
		byte[] bytes = new byte[all.length];
		for (int i = 0; i < all.length; i++)
			bytes[i] = (byte) all[i];
		return bytes;
	}

	private static boolean ball(int x, int y, int z) {
		return (x - 18) * (x - 18) + (y - 14) * (y - 14) + 2 * (z - 11) * (z - 11) < 130;
	}

	private static boolean bar(int x, int y, int z) {
		return x < 9 && y > 20;
	}

	/** A number of chance from 0 to 999, the same for the same voxel. */
	public static int hashed(int x, int y, int z, int seed) {
		int v = (int) (x * 73856093L ^ y * 19349663L ^ z * 83492791L ^ seed * 40503L);
		v *= (int) 2654435761L;
		v ^= v >>> 15;
		v *= (int) 2246822519L;
		return (v >>> 8) % 1000;
	}
}
