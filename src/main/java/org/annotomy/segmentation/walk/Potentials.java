package org.annotomy.segmentation.walk;

import org.annotomy.task.Progress;

/** Potentials of a graph by conjugate gradients, in directions that {@link Cycle} gives. */
final class Potentials {

	/** No potential is farther from the true one, as far as the cycle can tell. */
	private static final double ERROR = 3e-5;
	private static final int MOST_STEPS = 200;

	private Potentials() {}

	/**
	 * @param currents that leave each point, from 0 to its conductance to the ground
	 * @return from 0 to 1
	 * @throws IllegalArgumentException if the potentials do not settle
	 * @throws org.annotomy.task.CancelledException if the user cancelled
	 */
	static double[] of(Hierarchy hierarchy, double[] currents, Progress progress) {
		ConductanceGraph graph = hierarchy.graphs.get(0);
		Cycle cycle = new Cycle(hierarchy);
		int n = graph.size();
		double[] x = new double[n];
		double[] left = currents;
		double[] z = new double[n];
		double[] p = new double[n];
		double[] q = new double[n];
		double curve = 0;
		double start = 0;
		for (int step = 0; step < MOST_STEPS; step++) {
			progress.checkCancelled();
			cycle.run(left, z);
			double error = largest(z);
			if (step == 0) start = error;
			progress.update(done(start, error), RandomWalker.DOING);
			if (error <= ERROR) return clipped(x);
			double back = curve > 0 ? Cycle.dot(z, q) / curve : 0;
			for (int i = 0; i < n; i++)
				p[i] = z[i] - back * p[i];
			for (int i = 0; i < n; i++)
				q[i] = graph.current(p, i);
			curve = Cycle.dot(p, q);
			double length = Cycle.dot(p, left) / curve;
			for (int i = 0; i < n; i++) {
				x[i] += length * p[i];
				left[i] -= length * q[i];
			}
		}
		throw new IllegalArgumentException("The walks did not settle: the values differ too much for this beta. Lower beta.");
	}

	private static double largest(double[] z) {
		double most = 0;
		for (double each : z)
			most = Math.max(most, Math.abs(each));
		return most;
	}

	private static double done(double start, double error) {
		return start <= ERROR || error <= 0 ? 1 : Math.max(0, Math.min(1, Math.log(start / error) / Math.log(start / ERROR)));
	}

	private static double[] clipped(double[] x) {
		for (int i = 0; i < x.length; i++)
			x[i] = Math.max(0, Math.min(1, x[i]));
		return x;
	}
}
