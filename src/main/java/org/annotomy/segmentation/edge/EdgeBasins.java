package org.annotomy.segmentation.edge;

import java.util.Arrays;

import org.annotomy.geometry.VolumeSize;

/**
 * The basins of a relief, without those that are shallow: voxels are flooded from low to high; where the water of two basins meets, they
 * become one if the shallower of them is no deeper than a level below the meeting place (the dynamics of M. Grimaud, 1992). Equal values
 * are flooded in the order of the voxels. Neighbours share a face.
 */
final class EdgeBasins {

	private static final int NONE = -1;

	private final float[] relief;
	private final double level;
	private final int[] parent;
	private final float[] lowest;

	/**
	 * @param relief one value for each voxel, x fastest; NaN is highest
	 * @param inside which voxels there are; not 0 inside
	 * @param level depth that a basin must exceed to be one of its own
	 */
	EdgeBasins(float[] relief, byte[] inside, VolumeSize size, double level) {
		this.relief = relief;
		this.level = level;
		parent = new int[relief.length];
		lowest = new float[relief.length];
		Arrays.fill(parent, NONE);
		flood(order(relief, inside), size);
	}

	/** Places of the voxels in order of their values. */
	private static long[] order(float[] relief, byte[] inside) {
		long[] order = new long[relief.length];
		int count = 0;
		for (int i = 0; i < relief.length; i++)
			if (inside[i] != 0) {
				int bits = Float.floatToIntBits(relief[i] + 0f);
				order[count++] = (long) (bits < 0 ? bits ^ Integer.MAX_VALUE : bits) << 32 | i;
			}
		long[] sorted = Arrays.copyOf(order, count);
		Arrays.sort(sorted);
		return sorted;
	}

	private void flood(long[] order, VolumeSize size) {
		int[] strides = {1, size.nx(), size.nx() * size.ny()};
		int[] rank = new int[relief.length];
		int[] at = new int[3];
		int[] n = {size.nx(), size.ny(), size.nz()};
		for (int k = 0; k < order.length; k++) {
			int voxel = (int) order[k];
			rank[voxel] = k;
			at[0] = voxel % size.nx();
			at[1] = voxel / size.nx() % size.ny();
			at[2] = voxel / strides[2];
			join(voxel, at, n, strides, rank);
		}
	}

	/** The voxel joins the basin of the neighbour that was flooded first; others may become one with it. */
	private void join(int voxel, int[] at, int[] n, int[] strides, int[] rank) {
		int earliest = NONE;
		for (int i = 0; i < 6; i++) {
			int neighbour = neighbour(voxel, i, at, n, strides);
			if (neighbour != NONE && (earliest == NONE || rank[neighbour] < rank[earliest])) earliest = neighbour;
		}
		parent[voxel] = earliest == NONE ? voxel : root(earliest);
		if (earliest == NONE) {
			lowest[voxel] = relief[voxel];
			return;
		}
		for (int i = 0; i < 6; i++) {
			int neighbour = neighbour(voxel, i, at, n, strides);
			if (neighbour != NONE) meet(root(voxel), root(neighbour), relief[voxel]);
		}
	}

	/** A neighbour that has been flooded, by number 0 to 5. */
	private int neighbour(int voxel, int number, int[] at, int[] n, int[] strides) {
		int axis = number / 2;
		boolean up = number % 2 == 1;
		if (up ? at[axis] + 1 >= n[axis] : at[axis] == 0) return NONE;
		int neighbour = voxel + (up ? strides[axis] : -strides[axis]);
		return parent[neighbour] == NONE ? NONE : neighbour;
	}

	private void meet(int a, int b, float height) {
		if (a == b || !(height - Math.max(lowest[a], lowest[b]) <= level)) return;
		if (lowest[a] <= lowest[b]) parent[b] = a;
		else parent[a] = b;
	}

	private int root(int voxel) {
		int root = voxel;
		while (parent[root] != root)
			root = parent[root];
		for (int i = voxel; i != root;) {
			int up = parent[i];
			parent[i] = root;
			i = up;
		}
		return root;
	}

	/** Whether two voxels, both inside, lie in one basin. */
	boolean together(int a, int b) {
		return root(a) == root(b);
	}
}
