package org.annotomy.segmentation.levelset;

import org.annotomy.geometry.VolumeSize;

/** Steps from a voxel to its neighbours in a dense array; 0 where there is none, as if the volume went on with the same value. */
final class Around {

	private final int nx;
	private final int ny;
	private final int nz;
	private int x;
	private int y;
	private int z;
	int left;
	int right;
	int up;
	int down;
	int front;
	int back;

	Around(VolumeSize size) {
		nx = size.nx();
		ny = size.ny();
		nz = size.nz();
	}

	void at(int voxel) {
		x = voxel % nx;
		int row = voxel / nx;
		y = row % ny;
		z = row / ny;
		left = x > 0 ? -1 : 0;
		right = x < nx - 1 ? 1 : 0;
		up = y > 0 ? -nx : 0;
		down = y < ny - 1 ? nx : 0;
		front = z > 0 ? -nx * ny : 0;
		back = z < nz - 1 ? nx * ny : 0;
	}

	/** One of the six, from 0. */
	int step(int side) {
		return switch (side) {
			case 0 -> left;
			case 1 -> right;
			case 2 -> up;
			case 3 -> down;
			case 4 -> front;
			default -> back;
		};
	}

	/** Whether there is a voxel two steps away. */
	boolean hasTwo(int side) {
		return switch (side) {
			case 0 -> x > 1;
			case 1 -> x < nx - 2;
			case 2 -> y > 1;
			case 3 -> y < ny - 2;
			case 4 -> z > 1;
			default -> z < nz - 2;
		};
	}
}
