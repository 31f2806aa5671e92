package org.annotomy.segmentation.surface;

/**
 * The vertices that belong to one slice of a {@link SurfaceGrid}: where the surface crosses the way from a voxel of the slice to the next one
 * along x, y or z. They are numbered voxel by voxel, so that their numbers depend on nothing but the grid.
 */
final class PlaneVertices {

	private final SurfaceGrid grid;
	/** Numbers of the vertices along x, then along y, then along z; only those of crossings are set. */
	final int[] numbers;

	PlaneVertices(SurfaceGrid grid) {
		this.grid = grid;
		numbers = new int[3 * grid.plane()];
	}

	/** How many a slice has. */
	static int count(SurfaceGrid grid, int z) {
		int count = 0;
		byte[] v = grid.values;
		for (int y = 0; y < grid.ny - 1; y++) {
			int row = grid.nx * (y + grid.ny * z);
			int end = row + Math.min(grid.nx - 2, grid.end(y, z));
			for (int i = row + grid.begin(y, z); i <= end; i++) {
				if (v[i] == v[i + 1] && v[i] == v[i + grid.nx] && (z + 1 == grid.nz || v[i] == v[i + grid.plane()])) continue;
				boolean inside = grid.isInside(i);
				if (inside != grid.isInside(i + 1)) count++;
				if (inside != grid.isInside(i + grid.nx)) count++;
				if (z + 1 < grid.nz && inside != grid.isInside(i + grid.plane())) count++;
			}
		}
		return count;
	}

	/**
	 * Numbers the vertices of a slice.
	 *
	 * @param number of the first one
	 * @param mesh gets their places; null for none
	 */
	void enter(int z, int number, VertexPlaces mesh) {
		int next = number;
		byte[] v = grid.values;
		int plane = grid.plane();
		for (int y = 0; y < grid.ny - 1; y++) {
			int row = grid.nx * (y + grid.ny * z);
			int end = row + Math.min(grid.nx - 2, grid.end(y, z));
			for (int i = row + grid.begin(y, z); i <= end; i++) {
				if (v[i] == v[i + 1] && v[i] == v[i + grid.nx] && (z + 1 == grid.nz || v[i] == v[i + plane])) continue;
				boolean inside = grid.isInside(i);
				int at = i - z * plane;
				if (inside != grid.isInside(i + 1)) next = put(at, i, i + 1, 0, next, mesh);
				if (inside != grid.isInside(i + grid.nx)) next = put(at, i, i + grid.nx, 1, next, mesh);
				if (z + 1 < grid.nz && inside != grid.isInside(i + plane)) next = put(at, i, i + plane, 2, next, mesh);
			}
		}
	}

	private int put(int at, int voxel, int neighbour, int axis, int number, VertexPlaces mesh) {
		numbers[axis * grid.plane() + at] = number;
		if (mesh != null)
			mesh.put(number, at % grid.nx, at / grid.nx, voxel / grid.plane(), axis, grid.part(voxel, neighbour));
		return number + 1;
	}
}
