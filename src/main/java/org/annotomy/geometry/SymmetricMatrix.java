package org.annotomy.geometry;

/** Eigenvalues and eigenvectors of small symmetric matrices. */
public final class SymmetricMatrix {

	private static final int SWEEPS = 60;

	private SymmetricMatrix() {}

	/**
	 * Jacobi's rotations: leaves the eigenvalues on the diagonal, in no order.
	 *
	 * @param matrix square and symmetric; overwritten
	 * @return the eigenvectors as columns
	 */
	public static double[][] diagonalise(double[][] matrix) {
		int n = matrix.length;
		double[][] vectors = new double[n][n];
		for (int i = 0; i < n; i++)
			vectors[i][i] = 1;
		for (int sweep = 0; sweep < SWEEPS; sweep++)
			for (int p = 0; p < n - 1; p++)
				for (int q = p + 1; q < n; q++)
					if (matrix[p][q] != 0) rotate(matrix, vectors, p, q);
		return vectors;
	}

	private static void rotate(double[][] matrix, double[][] vectors, int p, int q) {
		double theta = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q]);
		double tangent = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
		double cosine = 1 / Math.sqrt(tangent * tangent + 1);
		double sine = tangent * cosine;
		for (int i = 0; i < matrix.length; i++) {
			double ip = matrix[i][p];
			double iq = matrix[i][q];
			matrix[i][p] = cosine * ip - sine * iq;
			matrix[i][q] = sine * ip + cosine * iq;
		}
		for (int i = 0; i < matrix.length; i++) {
			double pi = matrix[p][i];
			double qi = matrix[q][i];
			matrix[p][i] = cosine * pi - sine * qi;
			matrix[q][i] = sine * pi + cosine * qi;
			double vp = vectors[i][p];
			double vq = vectors[i][q];
			vectors[i][p] = cosine * vp - sine * vq;
			vectors[i][q] = sine * vp + cosine * vq;
		}
		matrix[p][q] = 0;
		matrix[q][p] = 0;
	}
}
