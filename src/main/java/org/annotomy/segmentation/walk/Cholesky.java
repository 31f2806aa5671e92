package org.annotomy.segmentation.walk;

/** The potentials of a small graph, exactly, by Cholesky's decomposition of its matrix. */
final class Cholesky {

	private static final double ROUNDING = 1e-15;

	private final double[][] low;

	/** @param graph each part of which is joined to the ground */
	Cholesky(ConductanceGraph graph) {
		int n = graph.size();
		low = new double[n][];
		for (int i = 0; i < n; i++) {
			low[i] = new double[i + 1];
			low[i][i] = graph.ground[i] + graph.lines(i);
			for (int k = graph.start[i]; k < graph.start[i + 1]; k++)
				if (graph.to[k] < i) low[i][graph.to[k]] = -graph.weight[k];
		}
		for (int j = 0; j < n; j++)
			column(j);
	}

	private void column(int j) {
		double pivot = low[j][j];
		for (int k = 0; k < j; k++)
			pivot -= low[j][k] * low[j][k];
		// If rounding has left nothing of it, the point is held at 0.
		low[j][j] = pivot > ROUNDING * low[j][j] ? Math.sqrt(pivot) : Double.POSITIVE_INFINITY;
		for (int i = j + 1; i < low.length; i++) {
			double sum = low[i][j];
			for (int k = 0; k < j; k++)
				sum -= low[i][k] * low[j][k];
			low[i][j] = sum / low[j][j];
		}
	}

	/** @param x gets the potentials at which these currents leave */
	void solve(double[] currents, double[] x) {
		int n = low.length;
		for (int i = 0; i < n; i++) {
			double sum = currents[i];
			for (int k = 0; k < i; k++)
				sum -= low[i][k] * x[k];
			x[i] = sum / low[i][i];
		}
		for (int i = n - 1; i >= 0; i--) {
			double sum = x[i];
			for (int k = i + 1; k < n; k++)
				sum -= low[k][i] * x[k];
			x[i] = sum / low[i][i];
		}
	}
}
