package org.annotomy.interchange.sidecar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds for points their partners among points that were rounded and sorted anew. Points are given as x y x y …. */
final class PointMatching {

	private PointMatching() {}

	/** For each point of {@code a} the index of its partner in {@code b}, or null if one has none; no partner serves twice. */
	static int[] match(double[] a, double[] b, double tolerance) {
		int[] partners = partners(a, b, tolerance);
		for (int partner : partners)
			if (partner < 0) return null;
		return partners;
	}

	/** The same with −1 for points without a partner. */
	static int[] partners(double[] a, double[] b, double tolerance) {
		Map<Long, List<Integer>> cells = new HashMap<>();
		for (int i = 0; i < b.length / 2; i++)
			cells.computeIfAbsent(cell(b[2 * i], b[2 * i + 1], 0, 0, tolerance), c -> new ArrayList<>()).add(i);
		int[] partners = new int[a.length / 2];
		for (int i = 0; i < partners.length; i++)
			partners[i] = takeNearest(a[2 * i], a[2 * i + 1], b, cells, tolerance);
		return partners;
	}

	private static int takeNearest(double x, double y, double[] b, Map<Long, List<Integer>> cells, double tolerance) {
		int best = -1;
		List<Integer> from = null;
		double bestDistance = Double.POSITIVE_INFINITY;
		for (int dx = -1; dx <= 1; dx++)
			for (int dy = -1; dy <= 1; dy++) {
				List<Integer> cell = cells.getOrDefault(cell(x, y, dx, dy, tolerance), List.of());
				for (int i : cell) {
					double distance = Math.max(Math.abs(b[2 * i] - x), Math.abs(b[2 * i + 1] - y));
					if (distance > tolerance || distance >= bestDistance) continue;
					best = i;
					bestDistance = distance;
					from = cell;
				}
			}
		if (from != null) from.remove(Integer.valueOf(best));
		return best;
	}

	private static long cell(double x, double y, int dx, int dy, double side) {
		long column = (long) Math.floor(x / side) + dx;
		long row = (long) Math.floor(y / side) + dy;
		return column * 0x9E3779B97F4A7C15L + row;
	}
}
