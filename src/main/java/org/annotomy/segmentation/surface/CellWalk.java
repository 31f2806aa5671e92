package org.annotomy.segmentation.surface;

import java.util.Arrays;

/** Goes through the cells between some slices of a grid and collects their triangles. */
final class CellWalk {

	/** Of each edge of a cell: whether it begins in the upper slice, which axis it runs along, and how far its beginning lies from the cell's. */
	private static final boolean[] UPPER = {false, false, true, true, false, false, true, true, false, false, false, false};
	private static final int[] AXIS = {0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2};
	private static final int[] RIGHT = {0, 0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 1};
	private static final int[] DOWN = {0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 1, 1};

	private final SurfaceGrid grid;
	private final int[] start;
	private final VertexPlaces places;
	private final int[] offset = new int[AXIS.length];
	private PlaneVertices lower;
	private PlaneVertices upper;
	private int[] corners = new int[3 << 10];
	private int count;

	/** @param start number of the first vertex of each slice */
	CellWalk(SurfaceGrid grid, int[] start, VertexPlaces places) {
		this.grid = grid;
		this.start = start;
		this.places = places;
		lower = new PlaneVertices(grid);
		upper = new PlaneVertices(grid);
		for (int i = 0; i < offset.length; i++)
			offset[i] = AXIS[i] * grid.plane() + RIGHT[i] + DOWN[i] * grid.nx;
	}

	/** The corners of the triangles of the cells above slices {@code from} to {@code to} - 1; the places of these slices' vertices are put. */
	int[] walk(int from, int to) {
		lower.enter(from, start[from], places);
		for (int z = from; z < to; z++) {
			upper.enter(z + 1, start[z + 1], z + 1 < to ? places : null);
			for (int y = 0; y < grid.ny - 1; y++)
				row(y, z);
			PlaneVertices done = lower;
			lower = upper;
			upper = done;
		}
		return Arrays.copyOf(corners, count);
	}

	private void row(int y, int z) {
		int from = grid.begin(y, z);
		int to = Math.min(grid.nx - 2, grid.end(y, z));
		if (from > to) return;
		int at = from + grid.nx * y;
		int left = column(at + z * grid.plane());
		for (int x = from; x <= to; x++, at++) {
			int right = column(at + 1 + z * grid.plane());
			int inside = left | right << 1;
			left = right;
			if (inside != 0 && inside != 0xff) add(CellCases.triangles(inside), at);
		}
	}

	/** The four voxels of a cell's left side, as bits 0, 2, 4 and 6. */
	private int column(int i) {
		int bits = grid.isInside(i) ? 1 : 0;
		if (grid.isInside(i + grid.nx)) bits |= 4;
		if (grid.isInside(i + grid.plane())) bits |= 16;
		if (grid.isInside(i + grid.plane() + grid.nx)) bits |= 64;
		return bits;
	}

	private void add(int[] edges, int at) {
		if (count + edges.length > corners.length) corners = Arrays.copyOf(corners, 2 * corners.length);
		for (int edge : edges)
			corners[count++] = (UPPER[edge] ? upper : lower).numbers[offset[edge] + at];
	}
}
