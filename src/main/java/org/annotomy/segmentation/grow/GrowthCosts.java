package org.annotomy.segmentation.grow;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelSpacing;

/**
 * What a step from a voxel to one of its 26 neighbours costs, in whole numbers, so that sums are exact in any order: the difference of
 * the values, what the way costs, and a trace of the way besides, by which the nearer of two seeds wins where values are all the same.
 */
final class GrowthCosts {

	static final int DIRECTIONS = 26;
	static final int MOST_LEVEL = 0xffff;
	private static final int MOST_WAY = 1 << 19;

	private final long[] cells;
	private final int[] offsets = new int[DIRECTIONS];
	private final int[] ways = new int[DIRECTIONS];
	private final int most;

	/**
	 * @param values finite inside; others count as the smallest or largest finite one
	 * @param perMm what a millimetre costs, in units of the values
	 */
	GrowthCosts(float[] values, VolumeSize size, VoxelSpacing spacing, double perMm) {
		float lowest = Float.MAX_VALUE;
		float highest = -Float.MAX_VALUE;
		for (float value : values)
			if (Float.isFinite(value)) {
				lowest = Math.min(lowest, value);
				highest = Math.max(highest, value);
			}
		double step = step((double) highest - lowest);
		cells = levels(values, size, lowest, step);
		int longest = 0;
		for (int i = 0; i < DIRECTIONS; i++) {
			offsets[i] = offset(i, size);
			ways[i] = way(i, spacing, perMm / step);
			longest = Math.max(longest, ways[i]);
		}
		most = MOST_LEVEL + longest;
	}

	/** A power of two, so that differences of whole numbers stay exact. */
	private static double step(double range) {
		return range > 0 ? Math.scalb(1.0, (int) Math.ceil(Math.log(range / MOST_LEVEL) / Math.log(2) - 1e-9)) : 1;
	}

	private static long[] levels(float[] values, VolumeSize size, float lowest, double step) {
		long[] levels = new long[bordered(size).arrayLength()];
		for (int i = 0, row = 0; row < size.ny() * size.nz(); row++) {
			int at = rowStart(row, size);
			for (int x = 0; x < size.nx(); x++, i++)
				levels[at + x] = (long) Math.max(0, Math.min(MOST_LEVEL, Math.rint(((double) values[i] - lowest) / step)));
		}
		return levels;
	}

	/** The volume with one voxel more on each side. */
	static VolumeSize bordered(VolumeSize size) {
		return new VolumeSize(size.nx() + 2, size.ny() + 2, size.nz() + 2);
	}

	/** Where a row of the volume begins in arrays with a border. */
	static int rowStart(int row, VolumeSize size) {
		return bordered(size).index(1, 1 + row % size.ny(), 1 + row / size.ny());
	}

	private static int offset(int direction, VolumeSize size) {
		return bordered(size).index(dx(direction), dy(direction), dz(direction));
	}

	private static int way(int direction, VoxelSpacing spacing, double perMm) {
		double mm = Math.sqrt(square(dx(direction) * spacing.xMm()) + square(dy(direction) * spacing.yMm())
				+ square(dz(direction) * spacing.zMm()));
		double finest = Math.min(spacing.xMm(), Math.min(spacing.yMm(), spacing.zMm()));
		return (int) Math.min(MOST_WAY, Math.rint(mm * perMm) + Math.max(1, Math.rint(2 * mm / finest)));
	}

	private static double square(double a) {
		return a * a;
	}

	/** Direction {@code i} and direction 25 - {@code i} are opposites. */
	private static int cell(int direction) {
		return direction < 13 ? direction : direction + 1;
	}

	private static int dx(int direction) {
		return cell(direction) % 3 - 1;
	}

	private static int dy(int direction) {
		return cell(direction) / 3 % 3 - 1;
	}

	private static int dz(int direction) {
		return cell(direction) / 9 - 1;
	}

	int offset(int direction) {
		return offsets[direction];
	}

	static int opposite(int direction) {
		return DIRECTIONS - 1 - direction;
	}

	/** What a step in a direction costs besides the difference of the values. */
	int way(int direction) {
		return ways[direction];
	}

	/** Of each voxel the level of its value, with a border of one voxel: the cells of {@link GrowthCells}. */
	long[] cells() {
		return cells;
	}

	/** No step costs more. */
	int most() {
		return most;
	}
}
