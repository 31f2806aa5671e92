package org.annotomy.annotation.count;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.annotomy.geometry.Point;

/** Counts the places within a radius of another: they lie in strips as high as the radius, in each from left to right. Safe for use by several threads. */
final class NearbyPlaces {

	private record Strip(int from, int to) {}

	private final double radius;
	private final double[] x;
	private final double[] y;
	private final Map<Long, Strip> strips = new HashMap<>();

	/** @param radius in the unit of the places, above 0 */
	NearbyPlaces(List<Point> places, double radius) {
		this.radius = radius;
		List<Point> sorted = new ArrayList<>(places);
		sorted.sort(Comparator.comparingLong((Point place) -> strip(place.y())).thenComparingDouble(Point::x));
		x = sorted.stream().mapToDouble(Point::x).toArray();
		y = sorted.stream().mapToDouble(Point::y).toArray();
		for (int from = 0, to; from < y.length; from = to) {
			long strip = strip(y[from]);
			to = from + 1;
			while (to < y.length && strip(y[to]) == strip)
				to++;
			strips.put(strip, new Strip(from, to));
		}
	}

	private long strip(double at) {
		return (long) Math.floor(at / radius);
	}

	double radius() {
		return radius;
	}

	/** How many places lie at most the radius away; a place itself, if it is one of them, counts. */
	int around(Point centre) {
		int count = 0;
		for (long strip = strip(centre.y() - radius); strip <= strip(centre.y() + radius); strip++) {
			Strip within = strips.get(strip);
			if (within != null) count += around(centre, within);
		}
		return count;
	}

	private int around(Point centre, Strip strip) {
		int count = 0;
		for (int i = first(strip, centre.x() - radius); i < strip.to && x[i] <= centre.x() + radius; i++) {
			double dx = x[i] - centre.x();
			double dy = y[i] - centre.y();
			if (dx * dx + dy * dy <= radius * radius) count++;
		}
		return count;
	}

	/** The first of a strip that does not lie further left. */
	private int first(Strip strip, double left) {
		int found = Arrays.binarySearch(x, strip.from, strip.to, left);
		int first = found < 0 ? -found - 1 : found;
		while (first > strip.from && x[first - 1] == left)
			first--;
		return first;
	}
}
