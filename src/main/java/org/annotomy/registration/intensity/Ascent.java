package org.annotomy.registration.intensity;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.Function;

import org.annotomy.task.Progress;

/**
 * Climbs to a maximum along gradients, with the memory of the last steps for their curvature (L-BFGS; Nocedal and Wright, Numerical
 * Optimization, 7.2), each step bounded in length.
 */
final class Ascent {

	private static final int MEMORY = 6;
	private static final int HALVINGS = 8;
	private static final int ENOUGH = 2;
	private static final double SUFFICIENT = 1e-4;

	/** A place on the way: where, how high, and which way it goes up. */
	record Place(double[] at, double height, double[] uphill) {}

	private record Step(double[] way, double[] bend, double product) {}

	private final Function<double[], Place> function;
	private final double longest;
	private final double shortest;
	private final Deque<Step> memory = new ArrayDeque<>();

	/**
	 * @param longest no step is longer
	 * @param shortest the climb ends with two steps below this one after the other
	 */
	Ascent(Function<double[], Place> function, double longest, double shortest) {
		this.function = function;
		this.longest = longest;
		this.shortest = shortest;
	}

	/** @throws org.annotomy.task.CancelledException if the user cancelled */
	Place from(double[] start, int most, Progress progress, String doing) {
		Place place = function.apply(start);
		int shortSteps = 0;
		for (int i = 0; i < most; i++) {
			progress.checkCancelled();
			progress.update(i / (double) most, doing);
			Place next = next(place);
			if (next == null && !memory.isEmpty()) {
				memory.clear();
				next = next(place);
			}
			if (next == null) break;
			double length = norm(minus(next.at, place.at));
			remember(place, next);
			place = next;
			shortSteps = length < shortest ? shortSteps + 1 : 0;
			if (shortSteps == ENOUGH) break;
		}
		return place;
	}

	/** A higher place along the way; null if there is none. */
	private Place next(Place place) {
		double[] way = direction(place.uphill);
		double slope = dot(way, place.uphill);
		if (!(slope > 0)) return null;
		double length = norm(way);
		double share = memory.isEmpty() ? longest / 2 / length : Math.min(1, longest / length);
		for (int i = 0; i < HALVINGS && share * length >= shortest / 4; i++, share /= 2.5) {
			double[] at = place.at.clone();
			for (int k = 0; k < at.length; k++)
				at[k] += share * way[k];
			Place next = function.apply(at);
			if (next.height > place.height + SUFFICIENT * share * slope) return next;
		}
		return null;
	}

	private void remember(Place from, Place to) {
		double[] way = minus(to.at, from.at);
		double[] bend = minus(from.uphill, to.uphill);
		double product = dot(way, bend);
		if (!(product > 1e-12 * dot(bend, bend))) return;
		memory.addFirst(new Step(way, bend, product));
		if (memory.size() > MEMORY) memory.removeLast();
	}

	/** The gradient, times what is known of the inverse of the curvature. */
	private double[] direction(double[] uphill) {
		double[] q = uphill.clone();
		double[] shares = new double[memory.size()];
		int i = 0;
		for (Step step : memory) {
			shares[i] = dot(step.way, q) / step.product;
			add(q, step.bend, -shares[i++]);
		}
		if (!memory.isEmpty()) {
			Step last = memory.getFirst();
			double scale = last.product / dot(last.bend, last.bend);
			for (int k = 0; k < q.length; k++)
				q[k] *= scale;
		}
		for (Iterator<Step> oldest = memory.descendingIterator(); oldest.hasNext();) {
			Step step = oldest.next();
			add(q, step.way, shares[--i] - dot(step.bend, q) / step.product);
		}
		return q;
	}

	private static void add(double[] to, double[] what, double times) {
		for (int k = 0; k < to.length; k++)
			to[k] += times * what[k];
	}

	private static double[] minus(double[] a, double[] b) {
		double[] c = a.clone();
		add(c, b, -1);
		return c;
	}

	private static double dot(double[] a, double[] b) {
		double sum = 0;
		for (int k = 0; k < a.length; k++)
			sum += a[k] * b[k];
		return sum;
	}

	private static double norm(double[] a) {
		return Math.sqrt(dot(a, a));
	}
}
