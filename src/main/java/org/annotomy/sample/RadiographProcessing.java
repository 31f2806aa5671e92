package org.annotomy.sample;

/** What a radiography system does before the picture is shown: large differences are damped, details lifted, ends bent. */
final class RadiographProcessing {

	private static final double LARGE_MM = 26;
	private static final double SMALL_MM = 3;
	private static final double LARGE_SHARE = 0.42;
	private static final double SMALL_GAIN = 1.25;

	private RadiographProcessing() {}

	/** @return 0 (dark) to about 1 (bright), {@code columns · rows} values */
	static float[] process(float[] attenuation, int columns, int rows, double spacing) {
		float[] large = blurred(attenuation, columns, rows, LARGE_MM / spacing);
		float[] small = blurred(attenuation, columns, rows, SMALL_MM / spacing);
		float[] picture = new float[attenuation.length];
		for (int i = 0; i < picture.length; i++) {
			double value = LARGE_SHARE * large[i] + (small[i] - large[i]) + SMALL_GAIN * (attenuation[i] - small[i]);
			double air = attenuation[i] < 0.12 ? 0 : 1;
			picture[i] = (float) (air * curve(value));
		}
		return picture;
	}

	/** An S through the middle of the range of a chest. */
	private static double curve(double value) {
		return 1 / (1 + StrictMath.exp(-(value - MIDDLE) * STEEPNESS));
	}

	private static final double MIDDLE = 1.2;
	private static final double STEEPNESS = 2.1;

	/** Three means over a box, which together are nearly a Gaussian of deviation {@code sigma} pixels. */
	private static float[] blurred(float[] picture, int columns, int rows, double sigma) {
		int reach = (int) Math.max(1, Math.rint(sigma));
		float[] from = picture.clone();
		float[] to = new float[picture.length];
		for (int round = 0; round < 3; round++) {
			for (int row = 0; row < rows; row++)
				box(from, to, row * columns, 1, columns, reach);
			for (int column = 0; column < columns; column++)
				box(to, from, column, columns, rows, reach);
		}
		return from;
	}

	/** Means over {@code 2 · reach + 1} values of one line, fewer at its ends. */
	private static void box(float[] from, float[] to, int start, int step, int n, int reach) {
		double sum = 0;
		int count = 0;
		for (int i = 0; i < n + reach; i++) {
			if (i < n) {
				sum += from[start + i * step];
				count++;
			}
			int leaving = i - 2 * reach - 1;
			if (leaving >= 0) {
				sum -= from[start + leaving * step];
				count--;
			}
			int centre = i - reach;
			if (centre >= 0 && centre < n) to[start + centre * step] = (float) (sum / count);
		}
	}
}
