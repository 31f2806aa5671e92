package org.annotomy.segmentation.surface;

import org.annotomy.geometry.TriangleMesh;

/** Which vertices of a closed surface are joined by an edge: those of vertex v stand from {@code start[v]} to before {@code start[v + 1]}. */
record Neighbours(int[] start, int[] vertices) {

	/** Of a closed surface each way along an edge occurs once, in the triangle to its left. */
	static Neighbours of(TriangleMesh mesh) {
		int[] corners = mesh.corners();
		int[] start = new int[mesh.vertices() + 1];
		for (int corner : corners)
			start[corner + 1]++;
		for (int v = 0; v < mesh.vertices(); v++)
			start[v + 1] += start[v];
		int[] next = start.clone();
		int[] vertices = new int[corners.length];
		for (int i = 0; i < corners.length; i++)
			vertices[next[corners[i]]++] = corners[i % 3 == 2 ? i - 2 : i + 1];
		return new Neighbours(start, vertices);
	}
}
