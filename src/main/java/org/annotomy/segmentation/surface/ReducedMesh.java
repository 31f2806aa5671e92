package org.annotomy.segmentation.surface;

import java.util.Arrays;

import org.annotomy.geometry.TriangleMesh;

/** A surface whose vertices can be taken together. Of each vertex the triangles around it are known. */
final class ReducedMesh {

	private static final int NONE = -1;

	final double[] xyz;
	private final int[] corners;
	/** Of each vertex the first of its corners, and of each corner the next one of the same vertex. */
	private final int[] first;
	private final int[] next;
	private final boolean[] gone;
	private int triangles;
	/** Vertices marked with the present number are neighbours of one that is looked at. */
	private final int[] marks;
	private int mark;

	ReducedMesh(TriangleMesh mesh) {
		xyz = new double[mesh.xyz().length];
		for (int i = 0; i < xyz.length; i++)
			xyz[i] = mesh.xyz()[i];
		corners = mesh.corners().clone();
		triangles = mesh.triangles();
		gone = new boolean[triangles];
		first = new int[mesh.vertices()];
		next = new int[corners.length];
		marks = new int[first.length];
		Arrays.fill(first, NONE);
		for (int c = corners.length - 1; c >= 0; c--) {
			next[c] = first[corners[c]];
			first[corners[c]] = c;
		}
	}

	int vertices() {
		return first.length;
	}

	int triangles() {
		return triangles;
	}

	/** The first corner at a vertex of a triangle that is still there; less than 0 if there is none. */
	int corner(int vertex) {
		return present(first[vertex]);
	}

	int cornerAfter(int corner) {
		return present(next[corner]);
	}

	private int present(int corner) {
		int c = corner;
		while (c >= 0 && gone[c / 3])
			c = next[c];
		return c;
	}

	/** The vertex {@code steps} corners on in the triangle of a corner, 0 to 2. */
	int vertex(int corner, int steps) {
		return corners[corner / 3 * 3 + (corner + steps) % 3];
	}

	/** Whether two vertices share an edge of two triangles, and no more neighbours than those: then taking them together tears nothing. */
	boolean canJoin(int a, int b) {
		mark++;
		for (int c = corner(a); c >= 0; c = cornerAfter(c)) {
			marks[vertex(c, 1)] = mark;
			marks[vertex(c, 2)] = mark;
		}
		if (marks[b] != mark) return false;
		int common = 0;
		int shared = 0;
		for (int c = corner(b); c >= 0; c = cornerAfter(c)) {
			// Each neighbour follows once around a closed surface.
			if (marks[vertex(c, 1)] == mark) common++;
			if (vertex(c, 1) == a || vertex(c, 2) == a) shared++;
		}
		return common == 2 && shared == 2;
	}

	/** Whether triangles around a vertex, but for those of another, would keep about their direction if it lay elsewhere. */
	boolean keepsDirections(int vertex, int other, double[] place) {
		for (int c = corner(vertex); c >= 0; c = cornerAfter(c)) {
			int p = vertex(c, 1);
			int q = vertex(c, 2);
			if (p == other || q == other) continue;
			if (!turnsLittle(3 * vertex, 3 * p, 3 * q, place)) return false;
		}
		return true;
	}

	private boolean turnsLittle(int v, int p, int q, double[] place) {
		double ex = xyz[q] - xyz[p];
		double ey = xyz[q + 1] - xyz[p + 1];
		double ez = xyz[q + 2] - xyz[p + 2];
		double[] before = cross(ex, ey, ez, xyz[v] - xyz[p], xyz[v + 1] - xyz[p + 1], xyz[v + 2] - xyz[p + 2]);
		double[] after = cross(ex, ey, ez, place[0] - xyz[p], place[1] - xyz[p + 1], place[2] - xyz[p + 2]);
		double dot = before[0] * after[0] + before[1] * after[1] + before[2] * after[2];
		return dot > 0.2 * Math.sqrt(square(before) * square(after));
	}

	private static double square(double[] a) {
		return a[0] * a[0] + a[1] * a[1] + a[2] * a[2];
	}

	private static double[] cross(double ax, double ay, double az, double bx, double by, double bz) {
		return new double[]{ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx};
	}

	/** Vertex {@code b} becomes one with {@code a}, which goes to a place. */
	void join(int a, int b, double[] place) {
		System.arraycopy(place, 0, xyz, 3 * a, 3);
		int last = NONE;
		for (int c = corner(b); c >= 0; c = cornerAfter(c)) {
			if (vertex(c, 1) == a || vertex(c, 2) == a) {
				gone[c / 3] = true;
				triangles--;
				continue;
			}
			corners[c] = a;
			last = c;
		}
		if (last >= 0) {
			next[last] = first[a];
			first[a] = corner(b);
		}
		first[b] = NONE;
	}

	TriangleMesh toMesh() {
		int[] number = new int[first.length];
		Arrays.fill(number, NONE);
		int[] kept = new int[3 * triangles];
		float[] places = new float[xyz.length];
		int count = 0;
		int vertices = 0;
		for (int c = 0; c < corners.length; c++) {
			if (gone[c / 3]) continue;
			int v = corners[c];
			if (number[v] < 0) {
				for (int k = 0; k < 3; k++)
					places[3 * vertices + k] = (float) xyz[3 * v + k];
				number[v] = vertices++;
			}
			kept[count++] = number[v];
		}
		return new TriangleMesh(Arrays.copyOf(places, 3 * vertices), kept);
	}
}
