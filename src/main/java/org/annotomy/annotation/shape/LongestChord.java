package org.annotomy.annotation.shape;

import java.util.Arrays;
import java.util.List;

import org.annotomy.geometry.Point;
import org.annotomy.geometry.Vertices;

/**
 * The longest chord of rings at a right angle to an axis. Between two neighbouring vertices (along the axis) the length of a chord is a
 * straight line, so the longest one lies at a vertex; both sides of each vertex are looked at, since the outline may jump there.
 */
final class LongestChord {

	private final double originX;
	private final double originY;
	private final double alongX;
	private final double alongY;
	private double longest = -1;
	private double bestAt;
	private double bestFrom;
	private double bestTo;

	LongestChord(Point from, Point to) {
		double length = from.distanceTo(to);
		originX = from.x();
		originY = from.y();
		alongX = (to.x() - from.x()) / length;
		alongY = (to.y() - from.y()) / length;
	}

	/** @return x and y of the one end, x and y of the other */
	double[] of(List<Vertices> rings) {
		double[][] sides = sides(rings);
		Arrays.sort(sides, (a, b) -> Double.compare(a[0], b[0]));
		double[] stops = Arrays.stream(sides).flatMapToDouble(s -> Arrays.stream(new double[]{s[0], s[2]})).distinct().sorted()
				.toArray();
		double[][] active = new double[sides.length][];
		int count = 0;
		int next = 0;
		for (int i = 0; i + 1 < stops.length; i++) {
			int kept = 0;
			for (int k = 0; k < count; k++)
				if (active[k][2] > stops[i]) active[kept++] = active[k];
			for (count = kept; next < sides.length && sides[next][0] <= stops[i]; next++)
				active[count++] = sides[next];
			slab(active, count, stops[i], stops[i + 1]);
		}
		return new double[]{x(bestAt, bestFrom), y(bestAt, bestFrom), x(bestAt, bestTo), y(bestAt, bestTo)};
	}

	/** Sides as s1, u1, s2, u2 with s1 &lt; s2: s along the axis, u across it. Sides across the axis bound no slab. */
	private double[][] sides(List<Vertices> rings) {
		return rings.stream().flatMap(ring -> java.util.stream.IntStream.range(0, ring.size()).mapToObj(i -> {
			int j = (i + 1) % ring.size();
			double s1 = s(ring, i);
			double s2 = s(ring, j);
			return s1 <= s2 ? new double[]{s1, u(ring, i), s2, u(ring, j)} : new double[]{s2, u(ring, j), s1, u(ring, i)};
		})).filter(side -> side[0] < side[2]).toArray(double[][]::new);
	}

	private void slab(double[][] active, int count, double from, double to) {
		double middle = (from + to) / 2;
		Arrays.sort(active, 0, count, (a, b) -> Double.compare(at(a, middle), at(b, middle)));
		for (int i = 0; i + 1 < count; i += 2)
			for (double s : new double[]{from, to}) {
				double begin = at(active[i], s);
				double end = at(active[i + 1], s);
				if (end - begin > longest) {
					longest = end - begin;
					bestAt = s;
					bestFrom = begin;
					bestTo = end;
				}
			}
	}

	private static double at(double[] side, double s) {
		return side[1] + (s - side[0]) / (side[2] - side[0]) * (side[3] - side[1]);
	}

	private double s(Vertices ring, int i) {
		return (ring.x(i) - originX) * alongX + (ring.y(i) - originY) * alongY;
	}

	private double u(Vertices ring, int i) {
		return (ring.y(i) - originY) * alongX - (ring.x(i) - originX) * alongY;
	}

	private double x(double s, double u) {
		return originX + s * alongX - u * alongY;
	}

	private double y(double s, double u) {
		return originY + s * alongY + u * alongX;
	}
}
