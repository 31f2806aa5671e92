package org.annotomy.sample.heart;

/**
 * A chamber of the heart at one moment, as the ellipse that its blood fills.
 *
 * @param x of its middle, in mm to the right of the probe in the picture
 * @param depth of its middle, in mm from the probe
 * @param a half its width in mm
 * @param b half its length in mm
 */
public record Chamber(double x, double depth, double a, double b) {

	/** Of the ellipse, exactly. */
	public double areaMm2() {
		return Math.PI * a * b;
	}

	/** How far a place lies outside of the ellipse in mm, negative inside; right near the border. */
	double distance(double px, double py) {
		double u = (px - x) / a;
		double v = (py - depth) / b;
		double f = Math.sqrt(u * u + v * v);
		double gradient = Math.sqrt(u * u / (a * a) + v * v / (b * b));
		return gradient == 0 ? -Math.min(a, b) : (f - 1) * f / gradient;
	}

	Chamber grown(double mm) {
		return new Chamber(x, depth, a + mm, b + mm);
	}
}
