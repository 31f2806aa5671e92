package org.annotomy.interchange.sidecar;

import java.util.Arrays;

import org.annotomy.geometry.Box;

/**
 * Whether two geometries are the same but for what programs change when they save again: rounding to 0.01 pixels in single precision, the
 * first point and direction of rings and lines, the order of points and parts, the polygon that stands for an ellipse.
 */
final class GeometryComparison {

	/** QuPath's grid. */
	private static final double GRID = 0.01;
	/** Beside the grid's rounding, the sum of two. */
	private static final double SLACK = 1e-9;
	private static final int FEW_POINTS = 20_000;

	private final double tolerance;

	private GeometryComparison(double tolerance) {
		this.tolerance = tolerance;
	}

	static boolean same(GeoGeometry a, GeoGeometry b) {
		return a.sameNumbers(b) || new GeometryComparison(tolerance(a)).compare(a, b);
	}

	/** How far points may move without having been moved, in pixels. */
	static double tolerance(GeoGeometry geometry) {
		Box box = geometry.bounds();
		double largest = Math.max(Math.max(Math.abs(box.x()), Math.abs(box.y())),
				Math.max(Math.abs(box.maxX()), Math.abs(box.maxY())));
		return GRID + Math.ulp((float) largest) + SLACK;
	}

	private boolean compare(GeoGeometry a, GeoGeometry b) {
		if (!near(a.bounds(), b.bounds())) return false;
		if (a.ellipse() && b.ellipse()) return true;
		if (a.kind().isArea() != b.kind().isArea() || a.kind().isLine() != b.kind().isLine()) return false;
		if (!a.kind().isArea() && !a.kind().isLine()) return samePoints(a.points(), b.points());
		double[][] left = runs(a);
		double[][] right = runs(b);
		return matchRuns(left, right, a.kind().isArea()) || sameCourse(left, right, a.kind().isArea());
	}

	private static double[][] runs(GeoGeometry geometry) {
		return Arrays.stream(geometry.parts()).flatMap(Arrays::stream).toArray(double[][]::new);
	}

	private boolean near(Box a, Box b) {
		return near(a.x(), b.x()) && near(a.y(), b.y()) && near(a.maxX(), b.maxX()) && near(a.maxY(), b.maxY());
	}

	private boolean near(double a, double b) {
		return Math.abs(a - b) <= tolerance;
	}

	private boolean near(double[] a, int i, double[] b, int k) {
		return near(a[i], b[k]) && near(a[i + 1], b[k + 1]);
	}

	/** Each point has its own partner, in whatever order. */
	private boolean samePoints(double[] a, double[] b) {
		return a.length == b.length && PointMatching.match(a, b, tolerance) != null;
	}

	/** Each run of one is a run of the other. */
	private boolean matchRuns(double[][] left, double[][] right, boolean rings) {
		if (left.length != right.length) return false;
		boolean[] used = new boolean[right.length];
		for (double[] run : left) {
			int partner = -1;
			for (int i = 0; i < right.length && partner < 0; i++)
				if (!used[i] && (rings ? sameRing(run, right[i]) : sameLine(run, right[i]))) partner = i;
			if (partner < 0) return false;
			used[partner] = true;
		}
		return true;
	}

	private boolean sameLine(double[] a, double[] b) {
		return a.length == b.length && (follows(a, b, 0, 2, false) || follows(a, b, b.length - 2, -2, false));
	}

	private boolean sameRing(double[] a, double[] b) {
		if (a.length != b.length) return false;
		for (int start = 0; start < b.length; start += 2)
			if (near(a, 0, b, start) && (follows(a, b, start, 2, true) || follows(a, b, start, -2, true))) return true;
		return false;
	}

	private boolean follows(double[] a, double[] b, int start, int step, boolean round) {
		int k = start;
		for (int i = 0; i < a.length; i += 2) {
			if (!near(a, i, b, k)) return false;
			k += step;
			if (round) k = Math.floorMod(k, b.length);
		}
		return true;
	}

	/** Whether each point of one lies on the course of the other: also where points in a row were left out or a ring was split. */
	private boolean sameCourse(double[][] left, double[][] right, boolean closed) {
		long points = 0;
		for (double[][] runs : new double[][][]{left, right})
			for (double[] run : runs)
				points += run.length / 2;
		return points <= FEW_POINTS && liesOn(left, right, closed) && liesOn(right, left, closed);
	}

	private boolean liesOn(double[][] points, double[][] course, boolean closed) {
		for (double[] run : points)
			for (int i = 0; i < run.length; i += 2)
				if (!liesOn(run[i], run[i + 1], course, closed)) return false;
		return true;
	}

	private boolean liesOn(double x, double y, double[][] course, boolean closed) {
		for (double[] run : course) {
			int segments = run.length / 2 - (closed ? 0 : 1);
			for (int i = 0; i < segments; i++) {
				int next = 2 * ((i + 1) % (run.length / 2));
				if (distance(x, y, run[2 * i], run[2 * i + 1], run[next], run[next + 1]) <= 2 * tolerance) return true;
			}
		}
		return false;
	}

	private static double distance(double x, double y, double x1, double y1, double x2, double y2) {
		double dx = x2 - x1;
		double dy = y2 - y1;
		double square = dx * dx + dy * dy;
		double along = square == 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / square));
		return Math.hypot(x - x1 - along * dx, y - y1 - along * dy);
	}
}
