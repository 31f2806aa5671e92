package org.annotomy.segmentation.walk;

import java.util.Arrays;
import java.util.List;

/**
 * About the potentials at which given currents leave a graph: each point in turn is settled, what is left is solved for the groups of
 * points, in two steps of conjugate gradients on every other level (the K-cycle of Y. Notay and P. Vassilevski, Numer. Linear Algebra Appl.
 * 15, 2008, doi:10.1002/nla.542), and each point is settled again in turn, from the last one. For one thread.
 */
final class Cycle {

	/** One level of so many is solved in two steps, the others in one: levels are less than three times as large as the next. */
	private static final int TWO_STEPS_EVERY = 2;

	private final List<ConductanceGraph> graphs;
	private final List<int[]> groups;
	private final Cholesky bottom;
	private final Level[] levels;

	/** What is worked with on one level. */
	private static final class Level {

		final double[] currents;
		final double[] first;
		final double[] firstCurrents;
		final double[] second;
		final double[] secondCurrents;

		/** @param steps in how many it is solved: 0 for the finest graph, on which others work */
		Level(int size, int steps) {
			int one = steps > 0 ? size : 0;
			int two = steps > 1 ? size : 0;
			currents = new double[one];
			first = new double[one];
			firstCurrents = new double[two];
			second = new double[two];
			secondCurrents = new double[two];
		}
	}

	Cycle(Hierarchy hierarchy) {
		graphs = hierarchy.graphs;
		groups = hierarchy.groups;
		bottom = hierarchy.bottom;
		levels = new Level[graphs.size()];
		for (int i = 0; i < levels.length; i++)
			levels[i] = new Level(graphs.get(i).size(), i == 0 ? 0 : isInTwoSteps(i) ? 2 : 1);
	}

	private boolean isInTwoSteps(int at) {
		return at < levels.length - 1 && at % TWO_STEPS_EVERY == 0;
	}

	/** @param x gets the potentials */
	void run(double[] currents, double[] x) {
		run(0, currents, x);
	}

	private void run(int at, double[] currents, double[] x) {
		if (at == levels.length - 1) {
			bottom.solve(currents, x);
			return;
		}
		ConductanceGraph graph = graphs.get(at);
		int[] group = groups.get(at);
		int n = graph.size();
		Arrays.fill(x, 0);
		for (int i = 0; i < n; i++)
			graph.settle(x, currents, i);
		Level below = levels[at + 1];
		Arrays.fill(below.currents, 0);
		for (int i = 0; i < n; i++)
			if (group[i] >= 0) below.currents[group[i]] += currents[i] - graph.current(x, i);
		solve(at + 1);
		for (int i = 0; i < n; i++)
			if (group[i] >= 0) x[i] += below.first[group[i]];
		for (int i = n - 1; i >= 0; i--)
			graph.settle(x, currents, i);
	}

	/** From {@code currents} of a level to {@code first}. */
	private void solve(int at) {
		Level level = levels[at];
		run(at, level.currents, level.first);
		if (!isInTwoSteps(at)) return;
		currents(at, level.first, level.firstCurrents);
		double curve = dot(level.first, level.firstCurrents);
		double along = dot(level.first, level.currents);
		if (!(curve > 0)) return;
		for (int i = 0; i < level.currents.length; i++)
			level.currents[i] -= along / curve * level.firstCurrents[i];
		run(at, level.currents, level.second);
		currents(at, level.second, level.secondCurrents);
		double mixed = dot(level.second, level.firstCurrents);
		double rest = dot(level.second, level.secondCurrents) - mixed * mixed / curve;
		double more = rest > 0 ? dot(level.second, level.currents) / rest : 0;
		double first = along / curve - mixed / curve * more;
		for (int i = 0; i < level.first.length; i++)
			level.first[i] = first * level.first[i] + more * level.second[i];
	}

	private void currents(int at, double[] x, double[] out) {
		ConductanceGraph graph = graphs.get(at);
		for (int i = 0; i < out.length; i++)
			out[i] = graph.current(x, i);
	}

	static double dot(double[] a, double[] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++)
			sum += a[i] * b[i];
		return sum;
	}
}
