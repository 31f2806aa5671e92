package org.annotomy.annotation.check;

import java.util.Arrays;

/** One pass over the sides of two outlines, from the top to the bottom; see {@link EdgeTable}. */
final class AreaSweep {

	private static final double[] NONE = {};

	private final double fromY;
	private final double toY;
	private final double[][] first;
	private final double[][] second;
	private Side[] active = new Side[16];
	private int count;

	/** A side that the sweep line meets; {@code key} is where. */
	private static final class Side {
		final double x;
		final double y;
		final double slope;
		final double endY;
		final boolean ofFirst;
		double key;

		Side(double[] side, boolean ofFirst) {
			x = side[0];
			y = side[1];
			slope = (side[2] - side[0]) / (side[3] - side[1]);
			endY = side[3];
			this.ofFirst = ofFirst;
		}

		double at(double atY) {
			return x + (atY - y) * slope;
		}
	}

	AreaSweep(EdgeTable a, EdgeTable b) {
		fromY = Math.max(a.minY(), b.minY());
		toY = Math.min(a.maxY(), b.maxY());
		first = a.between(fromY, toY);
		second = b.between(fromY, toY);
	}

	double area() {
		if (!(fromY < toY)) return 0;
		double[] stops = stops();
		double area = 0;
		int nextFirst = 0;
		int nextSecond = 0;
		for (int i = 0; i + 1 < stops.length; i++) {
			double top = stops[i];
			removeEnded(top);
			while (nextFirst < first.length && first[nextFirst][1] <= top)
				add(new Side(first[nextFirst++], true));
			while (nextSecond < second.length && second[nextSecond][1] <= top)
				add(new Side(second[nextSecond++], false));
			area += slab(top, stops[i + 1]);
		}
		return area;
	}

	/** Where sides begin or end, each once, ascending. */
	private double[] stops() {
		double[] stops = new double[2 * (first.length + second.length) + 2];
		int n = 0;
		stops[n++] = fromY;
		stops[n++] = toY;
		for (double[][] sides : new double[][][]{first, second})
			for (double[] side : sides) {
				stops[n++] = Math.max(fromY, side[1]);
				stops[n++] = Math.min(toY, side[3]);
			}
		Arrays.sort(stops);
		int kept = 1;
		for (int i = 1; i < n; i++)
			if (stops[i] > stops[kept - 1]) stops[kept++] = stops[i];
		return Arrays.copyOf(stops, kept);
	}

	private void add(Side side) {
		if (count == active.length) active = Arrays.copyOf(active, 2 * count);
		active[count++] = side;
	}

	private void removeEnded(double y) {
		int kept = 0;
		for (int i = 0; i < count; i++)
			if (active[i].endY > y) active[kept++] = active[i];
		count = kept;
	}

	private double slab(double top, double bottom) {
		if (count < 4) return 0;
		sortAt(top + (bottom - top) * 1e-9);
		double[] crossings = crossings(top, bottom);
		if (crossings.length == 0) return sharedWidth((top + bottom) / 2) * (bottom - top);
		double area = 0;
		double from = top;
		for (int i = 0; i <= crossings.length; i++) {
			double to = i < crossings.length ? crossings[i] : bottom;
			if (to > from) area += sharedWidth((from + to) / 2) * (to - from);
			from = Math.max(from, to);
		}
		return area;
	}

	/** Where sides cross between top and bottom, ascending. Pairs that keep their order do not. */
	private double[] crossings(double top, double bottom) {
		if (keepTheirOrder(bottom)) return NONE;
		double[] found = null;
		int n = 0;
		for (int i = 1; i < count; i++)
			for (int k = i - 1; k >= 0; k--) {
				Side left = active[k];
				Side right = active[i];
				if (left.at(bottom) <= right.at(bottom)) continue;
				double y = top + (right.at(top) - left.at(top)) / (left.slope - right.slope);
				if (found == null) found = new double[8];
				if (n == found.length) found = Arrays.copyOf(found, 2 * n);
				found[n++] = Math.min(bottom, Math.max(top, y));
			}
		if (n == 0) return NONE;
		double[] crossings = Arrays.copyOf(found, n);
		Arrays.sort(crossings);
		return crossings;
	}

	private boolean keepTheirOrder(double bottom) {
		double last = Double.NEGATIVE_INFINITY;
		for (int i = 0; i < count; i++) {
			double x = active[i].at(bottom);
			if (x < last) return false;
			last = x;
		}
		return true;
	}

	/** How much of the line at y lies inside both. */
	private double sharedWidth(double y) {
		sortAt(y);
		double width = 0;
		boolean inFirst = false;
		boolean inSecond = false;
		double from = 0;
		for (int i = 0; i < count; i++) {
			boolean wasInBoth = inFirst && inSecond;
			if (active[i].ofFirst) inFirst = !inFirst;
			else inSecond = !inSecond;
			if (wasInBoth) width += active[i].key - from;
			from = active[i].key;
		}
		return width;
	}

	/** Insertion sort: the order hardly changes from stop to stop. */
	private void sortAt(double y) {
		for (int i = 0; i < count; i++)
			active[i].key = active[i].at(y);
		for (int i = 1; i < count; i++) {
			Side side = active[i];
			int k = i - 1;
			for (; k >= 0 && active[k].key > side.key; k--)
				active[k + 1] = active[k];
			active[k + 1] = side;
		}
	}
}
