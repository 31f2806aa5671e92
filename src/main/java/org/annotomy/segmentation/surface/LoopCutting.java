package org.annotomy.segmentation.surface;

import java.util.List;

/** Cuts a loop of edges of a cell into triangles, with as few cuts within the cell's faces as can be. */
final class LoopCutting {

	private final int[] loop;
	/** Cuts within faces that the part of the loop from i to j needs, and the third corner of its triangle at i and j. */
	private final int[][] cost;
	private final int[][] third;

	LoopCutting(List<Integer> loop) {
		this.loop = loop.stream().mapToInt(Integer::intValue).toArray();
		int n = this.loop.length;
		cost = new int[n][n];
		third = new int[n][n];
		for (int length = 2; length < n; length++)
			for (int i = 0; i + length < n; i++)
				choose(i, i + length);
	}

	private void choose(int i, int j) {
		cost[i][j] = Integer.MAX_VALUE;
		for (int k = i + 1; k < j; k++) {
			int all = cost[i][k] + cost[k][j] + cut(i, k) + cut(k, j);
			if (all >= cost[i][j]) continue;
			cost[i][j] = all;
			third[i][j] = k;
		}
	}

	/** 1 for a cut within a face; the sides of the loop are no cuts. */
	private int cut(int i, int j) {
		boolean side = j - i == 1 || i == 0 && j == loop.length - 1;
		return !side && CellCases.shareFace(loop[i], loop[j]) ? 1 : 0;
	}

	/** @param edges gets three edges for each triangle */
	void addTo(List<Integer> edges) {
		add(0, loop.length - 1, edges);
	}

	private void add(int i, int j, List<Integer> edges) {
		if (j - i < 2) return;
		int k = third[i][j];
		edges.add(loop[i]);
		edges.add(loop[k]);
		edges.add(loop[j]);
		add(i, k, edges);
		add(k, j, edges);
	}
}
