package org.annotomy.sample.chest;

/** A smooth curve through given points, flat beyond the first and last (cubic Hermite with the slopes of the neighbours). */
final class Profile {

	private final double[] at;
	private final double[] value;

	private Profile(double[] at, double[] value) {
		this.at = at;
		this.value = value;
	}

	/** @param pairs position, value, position, value …, the positions rising */
	static Profile of(double... pairs) {
		double[] at = new double[pairs.length / 2];
		double[] value = new double[at.length];
		for (int i = 0; i < at.length; i++) {
			at[i] = pairs[2 * i];
			value[i] = pairs[2 * i + 1];
		}
		return new Profile(at, value);
	}

	double at(double x) {
		int last = at.length - 1;
		if (x <= at[0]) return value[0];
		if (x >= at[last]) return value[last];
		int i = 0;
		while (x > at[i + 1])
			i++;
		double width = at[i + 1] - at[i];
		double t = (x - at[i]) / width;
		double m0 = slope(i) * width;
		double m1 = slope(i + 1) * width;
		double t2 = t * t;
		double t3 = t2 * t;
		return (2 * t3 - 3 * t2 + 1) * value[i] + (t3 - 2 * t2 + t) * m0 + (3 * t2 - 2 * t3) * value[i + 1] + (t3 - t2) * m1;
	}

	private double slope(int i) {
		if (i == 0 || i == at.length - 1) return 0;
		double left = (value[i] - value[i - 1]) / (at[i] - at[i - 1]);
		double right = (value[i + 1] - value[i]) / (at[i + 1] - at[i]);
		return left * right <= 0 ? 0 : 2 * left * right / (left + right);
	}
}
