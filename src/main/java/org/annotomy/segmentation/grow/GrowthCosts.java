package org.annotomy.segmentation.grow;

import org.annotomy.geometry.VoxelSpacing;

/**
 * What a step from a voxel to one of its 26 neighbours costs, in whole numbers, so that sums are exact in any order: the difference of
 * the values, what the way costs, and a trace of the way besides, by which the nearer of two seeds wins where values are all the same.
 */
final class GrowthCosts {

	static final int DIRECTIONS = 26;
	static final int MOST_LEVEL = 0xffff;
	private static final int MOST_WAY = 1 << 19;

	private final double lowest;
	private final double levelsPerValue;
	private final int[] ways = new int[DIRECTIONS];

	/**
	 * @param values finite inside; others count as the smallest or largest finite one
	 * @param perMm what a millimetre costs, in units of the values
	 */
	GrowthCosts(float[] values, VoxelSpacing spacing, double perMm) {
		float low = Float.MAX_VALUE;
		float high = -Float.MAX_VALUE;
		for (float value : values)
			if (Float.isFinite(value)) {
				low = Math.min(low, value);
				high = Math.max(high, value);
			}
		double step = levelStep((double) high - low);
		lowest = low;
		levelsPerValue = 1 / step;
		for (int i = 0; i < DIRECTIONS; i++)
			ways[i] = way(step(i), spacing, perMm / step);
	}

	/** A power of two, so that differences of whole numbers stay exact. */
	private static double levelStep(double range) {
		return range > 0 ? Math.scalb(1.0, (int) Math.ceil(Math.log(range / MOST_LEVEL) / Math.log(2) - 1e-9)) : 1;
	}

	private static int way(int[] step, VoxelSpacing spacing, double perMm) {
		double mm = Math.sqrt(
				square(step[0] * spacing.xMm()) + square(step[1] * spacing.yMm()) + square(step[2] * spacing.zMm()));
		double finest = Math.min(spacing.xMm(), Math.min(spacing.yMm(), spacing.zMm()));
		return (int) Math.min(MOST_WAY, Math.rint(mm * perMm) + Math.max(1, Math.rint(2 * mm / finest)));
	}

	private static double square(double a) {
		return a * a;
	}

	/** Along x, y and z. Direction {@code i} and direction 25 - {@code i} are opposites. */
	static int[] step(int direction) {
		int cell = direction < DIRECTIONS / 2 ? direction : direction + 1;
		return new int[]{cell % 3 - 1, cell / 3 % 3 - 1, cell / 9 - 1};
	}

	static int[][] steps() {
		int[][] steps = new int[DIRECTIONS][];
		for (int i = 0; i < DIRECTIONS; i++)
			steps[i] = step(i);
		return steps;
	}

	static int opposite(int direction) {
		return DIRECTIONS - 1 - direction;
	}

	/** What a step in a direction costs besides the difference of the levels. */
	int way(int direction) {
		return ways[direction];
	}

	/** The level of a value, from 0 to {@value #MOST_LEVEL}; 0 for NaN. */
	int level(float value) {
		return Math.max(0, Math.min(MOST_LEVEL, (int) Math.rint((value - lowest) * levelsPerValue)));
	}

	/** No step costs more. */
	static int most() {
		return MOST_LEVEL + MOST_WAY;
	}
}
