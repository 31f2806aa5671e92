package org.annotomy.registration;

/** Linear equations with as many unknowns, by elimination with row pivoting. */
final class LinearSystem {

	/** A pivot below this share of the largest number is nothing but rounding. */
	private static final double SINGULAR = 1e-12;

	private LinearSystem() {}

	/**
	 * Solves {@code matrix · x = right}; both are overwritten.
	 *
	 * @param right one row for each equation, one column for each right-hand side; holds the solutions afterwards
	 * @return false if the equations do not determine the unknowns
	 */
	static boolean solve(double[][] matrix, double[][] right) {
		int n = matrix.length;
		double least = SINGULAR * largest(matrix);
		for (int k = 0; k < n; k++) {
			int pivot = k;
			for (int i = k + 1; i < n; i++)
				if (Math.abs(matrix[i][k]) > Math.abs(matrix[pivot][k])) pivot = i;
			if (!(Math.abs(matrix[pivot][k]) > least)) return false;
			swap(matrix, k, pivot);
			swap(right, k, pivot);
			for (int i = k + 1; i < n; i++) {
				double factor = matrix[i][k] / matrix[k][k];
				if (factor == 0) continue;
				for (int j = k + 1; j < n; j++)
					matrix[i][j] -= factor * matrix[k][j];
				for (int j = 0; j < right[i].length; j++)
					right[i][j] -= factor * right[k][j];
			}
		}
		substitute(matrix, right);
		return true;
	}

	private static void substitute(double[][] matrix, double[][] right) {
		for (int i = matrix.length - 1; i >= 0; i--)
			for (int j = 0; j < right[i].length; j++) {
				double sum = right[i][j];
				for (int k = i + 1; k < matrix.length; k++)
					sum -= matrix[i][k] * right[k][j];
				right[i][j] = sum / matrix[i][i];
			}
	}

	private static double largest(double[][] matrix) {
		double largest = 0;
		for (double[] row : matrix)
			for (double value : row)
				largest = Math.max(largest, Math.abs(value));
		return largest;
	}

	private static void swap(double[][] rows, int a, int b) {
		double[] kept = rows[a];
		rows[a] = rows[b];
		rows[b] = kept;
	}
}
