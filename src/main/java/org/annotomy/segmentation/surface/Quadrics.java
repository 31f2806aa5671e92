package org.annotomy.segmentation.surface;

/**
 * For each vertex the sum of the squared distances from the planes of the triangles that it stands for, as a quadratic function of a place (M.
 * Garland, P. Heckbert, "Surface simplification using quadric error metrics", SIGGRAPH 1997, doi:10.1145/258734.258849). A sum is no
 * less than any of its parts, so its root bounds the distance from each of the planes.
 */
final class Quadrics {

	private static final int TERMS = 10;
	/** Below such a part of the largest term's cube, planes do not fix a place. */
	private static final double SINGULAR = 1e-9;

	private final double[] terms;

	Quadrics(int vertices) {
		terms = new double[TERMS * vertices];
	}

	/** Adds the plane through a place with a normal of length 1. */
	void addPlane(int vertex, double nx, double ny, double nz, double d) {
		double[] plane = {nx, ny, nz, d};
		int at = TERMS * vertex;
		for (int i = 0; i < 4; i++)
			for (int j = i; j < 4; j++)
				terms[at++] += plane[i] * plane[j];
	}

	/** The planes of another vertex become this one's, too. */
	void add(int vertex, int other) {
		for (int k = 0; k < TERMS; k++)
			terms[TERMS * vertex + k] += terms[TERMS * other + k];
	}

	/** The sum of the squared distances of both vertices' planes from a place. */
	double error(int a, int b, double x, double y, double z) {
		int i = TERMS * a;
		int j = TERMS * b;
		double xx = terms[i] + terms[j];
		double xy = terms[i + 1] + terms[j + 1];
		double xz = terms[i + 2] + terms[j + 2];
		double xd = terms[i + 3] + terms[j + 3];
		double yy = terms[i + 4] + terms[j + 4];
		double yz = terms[i + 5] + terms[j + 5];
		double yd = terms[i + 6] + terms[j + 6];
		double zz = terms[i + 7] + terms[j + 7];
		double zd = terms[i + 8] + terms[j + 8];
		double dd = terms[i + 9] + terms[j + 9];
		return Math.max(0,
				x * (xx * x + 2 * (xy * y + xz * z + xd)) + y * (yy * y + 2 * (yz * z + yd)) + z * (zz * z + 2 * zd) + dd);
	}

	/** The place where that sum is least, by Cramer's rule. @return whether the planes fix one */
	boolean place(int a, int b, double[] out) {
		int i = TERMS * a;
		int j = TERMS * b;
		double xx = terms[i] + terms[j];
		double xy = terms[i + 1] + terms[j + 1];
		double xz = terms[i + 2] + terms[j + 2];
		double yy = terms[i + 4] + terms[j + 4];
		double yz = terms[i + 5] + terms[j + 5];
		double zz = terms[i + 7] + terms[j + 7];
		double cx = yy * zz - yz * yz;
		double cy = xz * yz - xy * zz;
		double cz = xy * yz - xz * yy;
		double determinant = xx * cx + xy * cy + xz * cz;
		double most = Math.max(xx, Math.max(yy, zz));
		if (!(determinant > SINGULAR * most * most * most)) return false;
		double rx = -(terms[i + 3] + terms[j + 3]);
		double ry = -(terms[i + 6] + terms[j + 6]);
		double rz = -(terms[i + 8] + terms[j + 8]);
		out[0] = (rx * cx + ry * cy + rz * cz) / determinant;
		out[1] = (rx * cy + ry * (xx * zz - xz * xz) + rz * (xy * xz - xx * yz)) / determinant;
		out[2] = (rx * cz + ry * (xy * xz - xx * yz) + rz * (xx * yy - xy * xy)) / determinant;
		return true;
	}
}
