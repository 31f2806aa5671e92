package org.annotomy.geometry;

/**
 * A surface of triangles. A triangle's corners turn anticlockwise for who looks at it from outside, as long as the frame of the vertices is
 * right-handed.
 *
 * @param xyz x0 y0 z0 x1 …, in mm unless somebody says otherwise; not copied
 * @param corners three numbers of vertices for each triangle; not copied
 */
public record TriangleMesh(float[] xyz, int[] corners) {

	public static final TriangleMesh EMPTY = new TriangleMesh(new float[0], new int[0]);

	/** @throws IllegalArgumentException if a number is missing from a vertex or a triangle */
	public TriangleMesh {
		if (xyz.length % 3 != 0 || corners.length % 3 != 0)
			throw new IllegalArgumentException("Vertices and triangles come in threes, but there are " + xyz.length + " and "
					+ corners.length + " numbers.");
	}

	public int vertices() {
		return xyz.length / 3;
	}

	public int triangles() {
		return corners.length / 3;
	}

	public boolean isEmpty() { return corners.length == 0; }

	public Position vertex(int i) {
		return new Position(xyz[3 * i], xyz[3 * i + 1], xyz[3 * i + 2]);
	}

	/** In square millimetres. */
	public double area() {
		double sum = 0;
		for (int i = 0; i < corners.length; i += 3)
			sum += cross(i).norm() / 2;
		return sum;
	}

	/** What a closed surface encloses, in cubic millimetres; negative if its triangles are inside out. */
	public double volume() {
		double sum = 0;
		for (int i = 0; i < corners.length; i += 3)
			sum += vertex(corners[i]).dot(cross(i)) / 6;
		return sum;
	}

	/** The normal of the triangle whose corners begin at {@code i}, twice as long as the triangle is large. */
	private Position cross(int i) {
		Position a = vertex(corners[i]);
		return vertex(corners[i + 1]).minus(a).cross(vertex(corners[i + 2]).minus(a));
	}

	/**
	 * Directions of the surface at its vertices: means of the triangles there, weighted by their areas.
	 *
	 * @return of length 1, in the order of the vertices; 0 where triangles cancel out
	 */
	public float[] normals() {
		float[] normals = new float[xyz.length];
		for (int i = 0; i < corners.length; i += 3)
			addNormal(i, normals);
		for (int i = 0; i < normals.length; i += 3) {
			double length = Math
					.sqrt(normals[i] * normals[i] + normals[i + 1] * normals[i + 1] + normals[i + 2] * normals[i + 2]);
			if (!(length > 0)) continue;
			for (int k = i; k < i + 3; k++)
				normals[k] /= (float) length;
		}
		return normals;
	}

	private void addNormal(int i, float[] normals) {
		int a = 3 * corners[i];
		int b = 3 * corners[i + 1];
		int c = 3 * corners[i + 2];
		float ux = xyz[b] - xyz[a];
		float uy = xyz[b + 1] - xyz[a + 1];
		float uz = xyz[b + 2] - xyz[a + 2];
		float vx = xyz[c] - xyz[a];
		float vy = xyz[c + 1] - xyz[a + 1];
		float vz = xyz[c + 2] - xyz[a + 2];
		add(normals, uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx, a, b, c);
	}

	private static void add(float[] normals, float x, float y, float z, int... at) {
		for (int i : at) {
			normals[i] += x;
			normals[i + 1] += y;
			normals[i + 2] += z;
		}
	}

	/** The same surface elsewhere; a map that mirrors space turns the triangles, so that outside stays outside. */
	public TriangleMesh transformed(Affine map) {
		double[] m = map.rows();
		float[] moved = new float[xyz.length];
		for (int i = 0; i < xyz.length; i += 3)
			for (int row = 0; row < 3; row++)
				moved[i + row] = (float) (m[4 * row] * xyz[i] + m[4 * row + 1] * xyz[i + 1] + m[4 * row + 2] * xyz[i + 2]
						+ m[4 * row + 3]);
		if (map.determinant() >= 0) return new TriangleMesh(moved, corners);
		int[] turned = corners.clone();
		for (int i = 0; i < turned.length; i += 3) {
			turned[i + 1] = corners[i + 2];
			turned[i + 2] = corners[i + 1];
		}
		return new TriangleMesh(moved, turned);
	}
}
