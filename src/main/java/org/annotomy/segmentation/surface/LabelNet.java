package org.annotomy.segmentation.surface;

import java.util.Arrays;

import org.annotomy.geometry.TriangleMesh;

/**
 * The borders between the labels of a volume as one net: each quad is the side that two voxels of different labels share, and neighbouring
 * labels have the same quads.
 *
 * @param xyz a vertex for each cell whose corners are not of one label, in mm
 * @param quads four vertices each, anticlockwise for who looks against the axis along which the voxels follow each other
 * @param sides of each quad the label of the voxel before it and that of the one behind, unsigned
 */
public record LabelNet(float[] xyz, int[] quads, byte[] sides) {

	private static final int LABELS = 256;

	/** How many quads there are. */
	public int count() {
		return quads.length / 4;
	}

	/**
	 * The closed surface of each label.
	 *
	 * @return 256 meshes; that of 0 and of labels that do not occur are empty
	 */
	public TriangleMesh[] meshes() {
		int[] start = new int[LABELS + 1];
		for (byte side : sides)
			start[(side & 0xff) + 1]++;
		for (int i = 0; i < LABELS; i++)
			start[i + 1] += start[i];
		int[] bySide = new int[sides.length];
		int[] next = Arrays.copyOf(start, LABELS);
		for (int i = 0; i < sides.length; i++)
			bySide[next[sides[i] & 0xff]++] = i;
		TriangleMesh[] meshes = new TriangleMesh[LABELS];
		int[] number = new int[xyz.length / 3];
		Arrays.fill(number, -1);
		meshes[0] = TriangleMesh.EMPTY;
		for (int label = 1; label < LABELS; label++)
			meshes[label] = mesh(bySide, start[label], start[label + 1], number);
		return meshes;
	}

	/** @param number -1 for each vertex; so again afterwards */
	private TriangleMesh mesh(int[] bySide, int from, int to, int[] number) {
		if (from == to) return TriangleMesh.EMPTY;
		int[] corners = new int[6 * (to - from)];
		int[] used = new int[4 * (to - from)];
		int vertices = 0;
		for (int i = from; i < to; i++) {
			int quad = bySide[i] / 2 * 4;
			for (int k = quad; k < quad + 4; k++)
				if (number[quads[k]] < 0) {
					used[vertices] = quads[k];
					number[quads[k]] = vertices++;
				}
			triangles(quad, bySide[i] % 2 == 1, number, corners, 6 * (i - from));
		}
		float[] places = new float[3 * vertices];
		for (int v = 0; v < vertices; v++) {
			System.arraycopy(xyz, 3 * used[v], places, 3 * v, 3);
			number[used[v]] = -1;
		}
		return new TriangleMesh(places, corners);
	}

	/** Cut along the shorter diagonal. @param turned whether outside lies before the quad */
	private void triangles(int quad, boolean turned, int[] number, int[] corners, int at) {
		int a = quads[quad];
		int b = quads[quad + (turned ? 3 : 1)];
		int c = quads[quad + 2];
		int d = quads[quad + (turned ? 1 : 3)];
		boolean along = squared(a, c) <= squared(b, d);
		put(corners, at, number, a, b, along ? c : d);
		put(corners, at + 3, number, along ? a : b, c, d);
	}

	private static void put(int[] corners, int at, int[] number, int a, int b, int c) {
		corners[at] = number[a];
		corners[at + 1] = number[b];
		corners[at + 2] = number[c];
	}

	private double squared(int a, int b) {
		double sum = 0;
		for (int k = 0; k < 3; k++)
			sum += ((double) xyz[3 * a + k] - xyz[3 * b + k]) * ((double) xyz[3 * a + k] - xyz[3 * b + k]);
		return sum;
	}
}
