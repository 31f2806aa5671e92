package org.annotomy.sample.chest;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Branching vessels and bronchi that fill the lungs: a branch serves a cloud of places, goes part of the way to their middle, and divides
 * where it splits the cloud in two. Radii follow Murray's law (the cube of the parent is the sum of the cubes of the children).
 */
final class LungTrees {

	private static final int PLACES_PER_LUNG = 3200;
	private static final int FEWEST_FOR_BRONCHUS = 36;
	private static final double THINNEST_MM = 0.6;

	private final Random random = new Random(7);
	private final List<Tube> vessels = new ArrayList<>();
	private final List<Tube> bronchi = new ArrayList<>();

	private LungTrees() {}

	static LungTrees grow() {
		LungTrees trees = new LungTrees();
		for (int side = -1; side <= 1; side += 2) {
			double[][] arteries = trees.places(side);
			double[] hilum = {side * 34, 4, side < 0 ? 22 : 30};
			trees.branch(hilum, arteries, new double[]{side, 0, 0}, true, 0);
			double[][] veins = trees.places(side);
			trees.branch(new double[]{side * 30, 2, -8}, veins, new double[]{side, -0.2, 0}, false, 0);
		}
		return trees;
	}

	List<Tube> vessels() {
		return vessels;
	}

	List<Tube> bronchi() {
		return bronchi;
	}

	private double[][] places(int side) {
		List<double[]> places = new ArrayList<>();
		while (places.size() < PLACES_PER_LUNG) {
			double x = side * (10 + 120 * random.nextDouble());
			double y = -95 + 190 * random.nextDouble();
			double z = -130 + 275 * random.nextDouble();
			if (LungShape.outside(side, x, y, z) < -5) places.add(new double[]{x, y, z});
		}
		return places.toArray(double[][]::new);
	}

	private static double radius(int places) {
		return THINNEST_MM * StrictMath.cbrt(places) * (places > 400 ? 1.0 : 0.92);
	}

	private void branch(double[] start, double[][] places, double[] heading, boolean withBronchus, int depth) {
		double[] middle = middle(places);
		if (places.length == 1) {
			vessels.add(tube(start, places[0], THINNEST_MM, THINNEST_MM * 0.5));
			return;
		}
		double reach = depth == 0 ? 0.22 : 0.42;
		double[] end = new double[3];
		double length = distance(start, middle);
		for (int k = 0; k < 3; k++)
			end[k] = start[k] + reach * (0.8 * (middle[k] - start[k]) + 0.2 * length * heading[k])
					+ 0.05 * length * (random.nextDouble() - 0.5);
		double thick = radius(places.length);
		vessels.add(tube(start, end, thick, thick * 0.95));
		if (withBronchus && places.length >= FEWEST_FOR_BRONCHUS) addBronchus(start, end, thick, places.length);
		double[] direction = unit(start, end);
		double[] across = widest(places, middle, direction);
		double cut = median(places, across);
		List<double[]> near = new ArrayList<>();
		List<double[]> far = new ArrayList<>();
		for (double[] place : places)
			(dot(place, across) < cut ? near : far).add(place);
		if (near.isEmpty() || far.isEmpty()) return;
		branch(end, near.toArray(double[][]::new), direction, withBronchus, depth + 1);
		branch(end, far.toArray(double[][]::new), direction, withBronchus, depth + 1);
	}

	/** Beside its artery, about as wide. */
	private void addBronchus(double[] start, double[] end, double artery, int places) {
		double lumen = artery * 0.78;
		double[] direction = unit(start, end);
		double[] aside = {-direction[1], direction[0], 0};
		double length = Math.max(1e-6, Math.sqrt(dot(aside, aside)));
		double gap = (artery + lumen + 0.7) / length;
		double ahead = (artery + lumen + 0.7) * 0.3;
		double[] a = {start[0] + gap * aside[0], start[1] + gap * aside[1], start[2] + ahead};
		double[] b = {end[0] + gap * aside[0], end[1] + gap * aside[1], end[2] + ahead};
		bronchi.add(tube(a, b, lumen, places < 2 * FEWEST_FOR_BRONCHUS ? lumen * 0.7 : lumen * 0.95));
	}

	private static Tube tube(double[] a, double[] b, double r0, double r1) {
		return new Tube(a[0], a[1], a[2], b[0], b[1], b[2], r0, r1);
	}

	private static double[] middle(double[][] places) {
		double[] middle = new double[3];
		for (double[] place : places)
			for (int k = 0; k < 3; k++)
				middle[k] += place[k] / places.length;
		return middle;
	}

	/** The direction, across the branch, in which the places lie furthest apart: a few steps of power iteration. */
	private static double[] widest(double[][] places, double[] middle, double[] branch) {
		double[] v = Math.abs(branch[2]) < 0.8 ? new double[]{-branch[1], branch[0], 0.4} : new double[]{1, 0.5, 0};
		for (int step = 0; step < 8; step++) {
			double[] sum = new double[3];
			double along = dot(v, branch);
			for (int k = 0; k < 3; k++)
				v[k] -= along * branch[k];
			for (double[] place : places) {
				double d = 0;
				for (int k = 0; k < 3; k++)
					d += (place[k] - middle[k]) * v[k];
				for (int k = 0; k < 3; k++)
					sum[k] += d * (place[k] - middle[k]);
			}
			double length = Math.sqrt(dot(sum, sum));
			if (length < 1e-9) return v;
			for (int k = 0; k < 3; k++)
				v[k] = sum[k] / length;
		}
		return v;
	}

	private static double median(double[][] places, double[] direction) {
		double[] along = new double[places.length];
		for (int i = 0; i < along.length; i++)
			along[i] = dot(places[i], direction);
		java.util.Arrays.sort(along);
		return (along[(along.length - 1) / 2] + along[along.length / 2]) / 2;
	}

	private static double dot(double[] a, double[] b) {
		return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
	}

	private static double distance(double[] a, double[] b) {
		double[] d = {a[0] - b[0], a[1] - b[1], a[2] - b[2]};
		return Math.sqrt(dot(d, d));
	}

	private static double[] unit(double[] from, double[] to) {
		double length = Math.max(1e-9, distance(from, to));
		return new double[]{(to[0] - from[0]) / length, (to[1] - from[1]) / length, (to[2] - from[2]) / length};
	}
}
