package org.annotomy.annotation.shape;

import org.annotomy.geometry.Vertices;

/**
 * The cubic spline that ImageJ draws through knots (<i>Edit › Selection › Fit Spline</i>): x and y are natural cubic splines of a
 * parameter that grows by the square root of the distance between knots (centripetal); of a closed curve, the knots are repeated at both
 * ends as far as ImageJ repeats them.
 */
public final class SplineCurve {

	/** How many knots ImageJ repeats at each end of a closed curve. */
	private static final int REPEATED_KNOTS = 7;
	private static final double LEAST_STEP = 0.001;
	private static final int MOST_STEPS = 10_000;

	private SplineCurve() {}

	/**
	 * The curve as a line whose chords stay within {@code chordErrorPx} of it; the knots are among its points.
	 *
	 * @param closed whether the curve returns to the first knot; the result does not repeat that point
	 * @throws IllegalArgumentException if there are fewer than two knots, or the error is not above 0
	 */
	public static Vertices through(Vertices knots, boolean closed, double chordErrorPx) {
		if (knots.size() < 2) throw new IllegalArgumentException("A spline needs at least two knots, not " + knots.size() + ".");
		if (!(chordErrorPx > 0))
			throw new IllegalArgumentException("The chord error must be above 0 px but is " + chordErrorPx + ".");
		int nodes = knots.size() + (closed ? 1 : 0);
		int extra = closed ? Math.min(REPEATED_KNOTS, nodes - 1) : 0;
		double[] t = parameters(knots, nodes, extra);
		double[] x = new double[t.length];
		double[] y = new double[t.length];
		for (int i = 0; i < t.length; i++) {
			int knot = Math.floorMod(i - extra, knots.size());
			x[i] = knots.x(knot);
			y[i] = knots.y(knot);
		}
		return sample(t, x, y, extra, extra + nodes - 1, closed, chordErrorPx);
	}

	private static double[] parameters(Vertices knots, int nodes, int extra) {
		double[] t = new double[nodes + 2 * extra];
		for (int i = 1; i < t.length; i++) {
			int from = Math.floorMod(i - 1 - extra, knots.size());
			int to = Math.floorMod(i - extra, knots.size());
			double step = Math.sqrt(Math.hypot(knots.x(to) - knots.x(from), knots.y(to) - knots.y(from)));
			t[i] = t[i - 1] + Math.max(step, LEAST_STEP);
		}
		return t;
	}

	private static Vertices sample(double[] t, double[] x, double[] y, int first, int last, boolean closed, double chordErrorPx) {
		double[] bendX = secondDerivatives(t, x);
		double[] bendY = secondDerivatives(t, y);
		int[] steps = new int[last - first];
		int count = closed ? 0 : 1;
		for (int i = first; i < last; i++) {
			double bend = Math.max(Math.hypot(bendX[i], bendY[i]), Math.hypot(bendX[i + 1], bendY[i + 1]));
			double needed = (t[i + 1] - t[i]) * Math.sqrt(bend / (8 * chordErrorPx));
			steps[i - first] = (int) Math.max(1, Math.min(MOST_STEPS, Math.ceil(needed)));
			count += steps[i - first];
		}
		double[] xy = new double[2 * count];
		int at = 0;
		for (int i = first; i < last; i++)
			for (int k = 0; k < steps[i - first]; k++) {
				double u = (double) k / steps[i - first];
				xy[at++] = value(t, x, bendX, i, u);
				xy[at++] = value(t, y, bendY, i, u);
			}
		if (!closed) {
			xy[at++] = x[last];
			xy[at] = y[last];
		}
		return Vertices.adopt(xy);
	}

	/** The spline at the fraction u of the way from knot i to the next. */
	private static double value(double[] t, double[] v, double[] bend, int i, double u) {
		double h = t[i + 1] - t[i];
		double a = 1 - u;
		return a * v[i] + u * v[i + 1] + ((a * a * a - a) * bend[i] + (u * u * u - u) * bend[i + 1]) * h * h / 6;
	}

	/** Thomas' algorithm; the curve does not bend at its ends. */
	private static double[] secondDerivatives(double[] t, double[] v) {
		int n = t.length;
		double[] bend = new double[n];
		double[] ratio = new double[n];
		for (int i = 1; i < n - 1; i++) {
			double before = t[i] - t[i - 1];
			double after = t[i + 1] - t[i];
			double pivot = 2 * (before + after) - before * ratio[i - 1];
			double change = 6 * ((v[i + 1] - v[i]) / after - (v[i] - v[i - 1]) / before);
			bend[i] = (change - before * bend[i - 1]) / pivot;
			ratio[i] = after / pivot;
		}
		for (int i = n - 2; i > 0; i--)
			bend[i] -= ratio[i] * bend[i + 1];
		return bend;
	}
}
