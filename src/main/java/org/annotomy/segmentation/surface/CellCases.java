package org.annotomy.segmentation.surface;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The triangles in a cell of eight voxels, for each of the 256 ways in which these can lie inside. The table is worked out, not typed:
 * on each face of the cell, lines part the corners inside from those outside; where two opposite corners of a face are inside, each is
 * parted off by itself, so that neighbouring cells always agree and the surface has no hole. The lines join to loops, and the loops are
 * cut into triangles without a cut that lies within a face, so that no edge belongs to more than two triangles.
 * <p>
 * Corner i lies at x = i &amp; 1, y = i &gt;&gt; 1 &amp; 1, z = i &gt;&gt; 2. Edges 0–3 run along x from corners 0, 2, 4, 6; 4–7 along y from
 * corners 0, 1, 4, 5; 8–11 along z from corners 0, 1, 2, 3.
 */
final class CellCases {

	private static final int EDGES = 12;

	/** Corners of the faces, anticlockwise for who looks from outside. */
	private static final int[][] FACES = {{0, 4, 6, 2}, {1, 3, 7, 5}, {0, 1, 5, 4}, {2, 6, 7, 3}, {0, 2, 3, 1}, {4, 5, 7, 6}};

	private static final int[][] TRIANGLES = new int[256][];

	static {
		for (int inside = 0; inside < TRIANGLES.length; inside++)
			TRIANGLES[inside] = trianglesOf(inside);
	}

	private CellCases() {}

	/** Edges of the cell on which the corners of the triangles lie, three for each triangle; not to be changed. */
	static int[] triangles(int inside) {
		return TRIANGLES[inside];
	}

	private static int[] trianglesOf(int inside) {
		int[] next = new int[EDGES];
		Arrays.fill(next, -1);
		for (int[] face : FACES)
			addLines(face, inside, next);
		List<Integer> edges = new ArrayList<>();
		for (int first = 0; first < EDGES; first++) {
			List<Integer> loop = new ArrayList<>();
			for (int edge = first; next[edge] >= 0;) {
				loop.add(edge);
				int following = next[edge];
				next[edge] = -1;
				edge = following;
			}
			if (!loop.isEmpty()) new LoopCutting(loop).addTo(edges);
		}
		return edges.stream().mapToInt(Integer::intValue).toArray();
	}

	/** The lines on one face: each goes around a run of inside corners, from where the face's rim comes in to where it goes out. */
	private static void addLines(int[] face, int inside, int[] next) {
		for (int i = 0; i < 4; i++) {
			if (!isIn(inside, face[i]) || isIn(inside, face[(i + 3) % 4])) continue;
			int last = i;
			while (isIn(inside, face[(last + 1) % 4]))
				last++;
			next[edge(face[(i + 3) % 4], face[i])] = edge(face[last % 4], face[(last + 1) % 4]);
		}
	}

	private static boolean isIn(int inside, int corner) {
		return (inside >> corner & 1) != 0;
	}

	private static int edge(int a, int b) {
		int low = Math.min(a, b);
		return switch (a ^ b) {
			case 1 -> low >> 1;
			case 2 -> 4 + (low & 1) + (low >> 2 << 1);
			default -> 8 + low;
		};
	}

	/** Whether both edges lie on one face of the cell. */
	static boolean shareFace(int a, int b) {
		for (int[] face : FACES)
			if (isOn(face, a) && isOn(face, b)) return true;
		return false;
	}

	private static boolean isOn(int[] face, int edge) {
		for (int i = 0; i < 4; i++)
			if (edge(face[i], face[(i + 1) % 4]) == edge) return true;
		return false;
	}
}
