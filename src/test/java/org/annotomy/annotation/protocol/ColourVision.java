package org.annotomy.annotation.protocol;

/**
 * How far apart two colours look: CIE 1976 distance in L*a*b* (D65), the smallest over normal sight and the three dichromacies as
 * simulated by Machado, Oliveira and Fernandes 2009 (severity 1).
 */
final class ColourVision {

	private static final double[][][] SIGHTS = {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
			{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
			{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
			{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}};
	private static final double[][] TO_XYZ = {{0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750},
			{0.0193339, 0.1191920, 0.9503041}};
	private static final double[] WHITE = {0.95047, 1, 1.08883};

	private ColourVision() {}

	static double smallestDistance(int firstRgb, int secondRgb) {
		double smallest = Double.POSITIVE_INFINITY;
		for (double[][] sight : SIGHTS) {
			double[] a = lab(firstRgb, sight);
			double[] b = lab(secondRgb, sight);
			smallest = Math.min(smallest, Math.sqrt(square(a[0] - b[0]) + square(a[1] - b[1]) + square(a[2] - b[2])));
		}
		return smallest;
	}

	private static double[] lab(int rgb, double[][] sight) {
		double[] seen = times(sight, new double[]{linear(rgb >> 16 & 255), linear(rgb >> 8 & 255), linear(rgb & 255)});
		for (int i = 0; i < 3; i++)
			seen[i] = Math.min(1, Math.max(0, seen[i]));
		double[] xyz = times(TO_XYZ, seen);
		double[] f = new double[3];
		for (int i = 0; i < 3; i++) {
			double t = xyz[i] / WHITE[i];
			f[i] = t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
		}
		return new double[]{116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])};
	}

	private static double linear(int value) {
		double v = value / 255.0;
		return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
	}

	private static double[] times(double[][] matrix, double[] v) {
		double[] product = new double[3];
		for (int i = 0; i < 3; i++)
			for (int k = 0; k < 3; k++)
				product[i] += matrix[i][k] * v[k];
		return product;
	}

	private static double square(double x) {
		return x * x;
	}
}
