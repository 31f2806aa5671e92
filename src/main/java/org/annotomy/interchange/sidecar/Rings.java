package org.annotomy.interchange.sidecar;

/** Arithmetic on open rings given as x y x y …. */
final class Rings {

	private Rings() {}

	/** Twice the signed area (Σ xᵢyᵢ₊₁ − xᵢ₊₁yᵢ), measured from the first point so that large coordinates do not cancel. */
	static double doubleArea(double[] ring) {
		double sum = 0;
		double x0 = ring[0];
		double y0 = ring[1];
		for (int i = 2; i + 3 < ring.length; i += 2)
			sum += (ring[i] - x0) * (ring[i + 3] - y0) - (ring[i + 2] - x0) * (ring[i + 1] - y0);
		return sum;
	}

	/** Reverses the direction in place; the first point stays the first. Its own inverse. */
	static void turn(double[] ring) {
		for (int i = 2, j = ring.length - 2; i < j; i += 2, j -= 2) {
			double x = ring[i];
			double y = ring[i + 1];
			ring[i] = ring[j];
			ring[i + 1] = ring[j + 1];
			ring[j] = x;
			ring[j + 1] = y;
		}
	}
}
