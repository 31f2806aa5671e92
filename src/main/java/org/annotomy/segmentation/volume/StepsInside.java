package org.annotomy.segmentation.volume;

import java.util.stream.IntStream;

import org.annotomy.geometry.VolumeSize;

/** Which of some steps lead from a voxel to another one of the volume, so that arrays need no border around it. */
public final class StepsInside {

	private static final int SIDES = 1 << 6;

	private final int nx;
	private final int ny;
	private final int nz;
	private final int[][] steps = new int[SIDES][];
	private final int[][] offsets = new int[SIDES][];

	/** @param steps along x, y and z, each from -1 to 1 */
	public StepsInside(VolumeSize size, int[][] steps) {
		nx = size.nx();
		ny = size.ny();
		nz = size.nz();
		for (int sides = 0; sides < this.steps.length; sides++) {
			int at = sides;
			int[] inside = IntStream.range(0, steps.length).filter(i -> !leaves(steps[i], at)).toArray();
			this.steps[sides] = inside;
			this.offsets[sides] = IntStream.of(inside).map(i -> offset(steps[i])).toArray();
		}
	}

	private static boolean leaves(int[] step, int sides) {
		for (int axis = 0; axis < step.length; axis++)
			if (step[axis] < 0 && (sides >> 2 * axis & 1) != 0 || step[axis] > 0 && (sides >> 2 * axis & 2) != 0) return true;
		return false;
	}

	private int offset(int[] step) {
		return step[0] + nx * (step[1] + ny * step[2]);
	}

	/** At which sides of the volume a voxel lies: a key to {@link #steps} and {@link #offsets}. */
	public int sides(int voxel) {
		int row = voxel / nx;
		return sides(voxel - row * nx, row % ny, row / ny);
	}

	/** Likewise. */
	public int sides(int x, int y, int z) {
		return (x == 0 ? 1 : 0) | (x == nx - 1 ? 2 : 0) | (y == 0 ? 4 : 0) | (y == ny - 1 ? 8 : 0) | (z == 0 ? 16 : 0)
				| (z == nz - 1 ? 32 : 0);
	}

	/** The steps that stay inside, by their numbers, in their order; not to be changed. */
	public int[] steps(int sides) {
		return steps[sides];
	}

	/** What these steps add to the place in an array; not to be changed. */
	public int[] offsets(int sides) {
		return offsets[sides];
	}
}
