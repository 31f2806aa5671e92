package org.annotomy.annotation.count;

/** Confidence intervals of 95 %. */
final class Intervals {

	private static final double Z = 1.959963984540054;

	private Intervals() {}

	/** Of a count, by Byar's approximation (Breslow and Day, Statistical Methods in Cancer Research II, 1987, page 69). @return low, high */
	static double[] ofCount(int count) {
		double next = count + 1;
		double low = count == 0 ? 0 : count * Math.pow(1 - 1 / (9.0 * count) - Z / (3 * Math.sqrt(count)), 3);
		return new double[]{Math.max(0, low), next * Math.pow(1 - 1 / (9 * next) + Z / (3 * Math.sqrt(next)), 3)};
	}

	/** Of a proportion, after Wilson (J Am Stat Assoc 1927;22:209). @return low, high, from 0 to 1; NaN without any */
	static double[] ofProportion(int count, int total) {
		if (total == 0) return new double[]{Double.NaN, Double.NaN};
		double p = (double) count / total;
		double z2 = Z * Z / total;
		double middle = (p + z2 / 2) / (1 + z2);
		double half = Z / (1 + z2) * Math.sqrt(p * (1 - p) / total + z2 / (4 * total));
		return new double[]{Math.max(0, middle - half), Math.min(1, middle + half)};
	}
}
