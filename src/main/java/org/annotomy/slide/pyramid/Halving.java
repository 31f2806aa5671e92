package org.annotomy.slide.pyramid;

/** Means of two by two pixels, rounded; a last column that has no neighbour is left out. */
final class Halving {

	private Halving() {}

	/**
	 * @param width of the result
	 * @param full of the rows; a single column stands for two
	 */
	static void rows(Object upper, Object lower, Object to, int width, int full) {
		int right = full > 1 ? 1 : 0;
		if (to instanceof int[] rgb) rgb((int[]) upper, (int[]) lower, rgb, width, right);
		else if (to instanceof byte[] bytes) {
			byte[] a = (byte[]) upper;
			byte[] b = (byte[]) lower;
			for (int x = 0, i = 0; x < width; x++, i += 2)
				bytes[x] = (byte) ((a[i] & 0xff) + (a[i + right] & 0xff) + (b[i] & 0xff) + (b[i + right] & 0xff) + 2 >> 2);
		} else if (to instanceof short[] shorts) {
			short[] a = (short[]) upper;
			short[] b = (short[]) lower;
			for (int x = 0, i = 0; x < width; x++, i += 2)
				shorts[x] = (short) ((a[i] & 0xffff) + (a[i + right] & 0xffff) + (b[i] & 0xffff) + (b[i + right] & 0xffff)
						+ 2 >> 2);
		} else {
			float[] a = (float[]) upper;
			float[] b = (float[]) lower;
			for (int x = 0, i = 0; x < width; x++, i += 2)
				((float[]) to)[x] = (a[i] + a[i + right] + b[i] + b[i + right]) / 4;
		}
	}

	/** Red and blue are added up side by side in one number. */
	private static void rgb(int[] a, int[] b, int[] to, int width, int right) {
		for (int x = 0, i = 0; x < width; x++, i += 2) {
			int outer = (a[i] & 0xff00ff) + (a[i + right] & 0xff00ff) + (b[i] & 0xff00ff) + (b[i + right] & 0xff00ff) + 0x20002;
			int green = (a[i] & 0xff00) + (a[i + right] & 0xff00) + (b[i] & 0xff00) + (b[i + right] & 0xff00) + 0x200;
			to[x] = outer >> 2 & 0xff00ff | green >> 2 & 0xff00;
		}
	}
}
