package org.annotomy.segmentation.levelset;

import org.annotomy.task.Progress;
import org.annotomy.task.Ranges;

/** The kinds of speed images that contours move by. */
public final class SpeedFields {

	private static final String DOING = "Making the speed image";
	private static final int LEAST = 1 << 14;
	private static final double WALL = 0.1;

	private SpeedFields() {}

	private record Fixed(float[] speed, boolean isOfEdges) implements SpeedField {}

	@FunctionalInterface
	private interface Formula {
		double at(int i);
	}

	/**
	 * 1 well within a range of values, -1 well outside, 0 at its ends.
	 *
	 * @param low may be -∞, and {@code high} ∞, not both
	 * @param softness from the end of the range to a speed of about 0.76, in units of the values
	 * @throws IllegalArgumentException if no value lies in the range, it has no end, or the softness is not above 0
	 */
	public static SpeedField range(float[] values, double low, double high, double softness, Progress progress) {
		if (!(low <= high) || Double.isInfinite(low) && Double.isInfinite(high))
			throw new IllegalArgumentException(
					"The contour needs a range of values with at least one end, not from " + low + " to " + high + ".");
		if (!(softness > 0) || Double.isInfinite(softness))
			throw new IllegalArgumentException("The softness of the range must be above 0 but is " + softness + ".");
		return new Fixed(filled(values.length, progress, i -> {
			if (Float.isNaN(values[i])) return -1;
			return Math.min(Math.tanh((values[i] - low) / softness), Math.tanh((high - values[i]) / softness));
		}), false);
	}

	/**
	 * Near 1 where values are flat, near 0 at edges: 1 / (1 + (slope / contrast)²).
	 *
	 * @param slopes length of the gradient of the smoothed values, 0 or more
	 * @param contrast the slope at which the speed is a half
	 * @throws IllegalArgumentException if the contrast is not above 0
	 */
	public static SpeedField edges(float[] slopes, double contrast, Progress progress) {
		return edges(slopes, contrast, 0, progress);
	}

	/** As {@link #edges}, but 0 from slopes of three times the contrast on: what grows comes to rest there. */
	public static SpeedField walls(float[] slopes, double contrast, Progress progress) {
		return edges(slopes, contrast, WALL, progress);
	}

	/** @param least speed of the formula that is none any more */
	private static SpeedField edges(float[] slopes, double contrast, double least, Progress progress) {
		if (!(contrast > 0) || Double.isInfinite(contrast))
			throw new IllegalArgumentException("The contrast of edges must be above 0 but is " + contrast + ".");
		return new Fixed(filled(slopes.length, progress, i -> {
			double relative = slopes[i] / contrast;
			return Float.isNaN(slopes[i]) ? 0 : Math.max(0, (1 / (1 + relative * relative) - least) / (1 - least));
		}), true);
	}

	/** 1 at a value, e^(-d²/2) at d deviations from it; 0 where there is no value. */
	static SpeedField around(float[] values, double mean, double deviation, Progress progress) {
		return new Fixed(filled(values.length, progress, i -> {
			double d = (values[i] - mean) / deviation;
			return Double.isNaN(d) ? 0 : Math.exp(-d * d / 2);
		}), false);
	}

	/**
	 * Two regions that compete, each known by its mean, which is taken anew as the contour moves (Chan and Vese 2001,
	 * doi:10.1109/83.902291): 1 at the mean of the values inside, -1 at that of those outside, straight between.
	 *
	 * @param values kept, not copied; NaN belongs to neither
	 */
	public static SpeedField regions(float[] values) {
		return new Competition(values);
	}

	private static float[] filled(int length, Progress progress, Formula formula) {
		float[] speed = new float[length];
		Ranges.forEach(length, Ranges.pieces(length, LEAST), progress, DOING, (piece, from, to) -> {
			for (int i = from; i < to; i++)
				speed[i] = (float) formula.at(i);
		});
		return speed;
	}

	private static final class Competition implements SpeedField {

		private static final int ROW = 1 << 12;

		private final float[] values;
		private final float[] speed;

		Competition(float[] values) {
			this.values = values;
			speed = new float[values.length];
		}

		@Override
		public float[] speed() {
			return speed;
		}

		@Override
		public boolean isOfEdges() { return false; }

		@Override
		public SpeedField anew() {
			return new Competition(values);
		}

		/** Sums by rows of fixed length, so that they are the same for any number of threads. */
		@Override
		public void follow(float[] phi) {
			int rows = (int) ((values.length + ROW - 1L) / ROW);
			double[][] sums = new double[rows][];
			Ranges.forEach(rows, Ranges.pieces(rows, 4), Progress.NONE, DOING, (piece, from, to) -> {
				for (int row = from; row < to; row++)
					sums[row] = sums(phi, row * ROW, (int) Math.min(values.length, (row + 1L) * ROW));
			});
			double[] all = new double[4];
			for (double[] row : sums)
				for (int k = 0; k < 4; k++)
					all[k] += row[k];
			if (all[1] == 0 || all[3] == 0) return;
			compete(all[0] / all[1], all[2] / all[3]);
		}

		private double[] sums(float[] phi, int from, int to) {
			double[] sums = new double[4];
			for (int i = from; i < to; i++) {
				if (Float.isNaN(values[i])) continue;
				int side = phi[i] < 0 ? 0 : 2;
				sums[side] += values[i];
				sums[side + 1]++;
			}
			return sums;
		}

		private void compete(double inside, double outside) {
			double middle = (inside + outside) / 2;
			double half = (inside - outside) / 2;
			Ranges.forEach(speed.length, Ranges.pieces(speed.length, LEAST), Progress.NONE, DOING, (piece, from, to) -> {
				for (int i = from; i < to; i++) {
					double side = half == 0 || Float.isNaN(values[i]) ? 0 : (values[i] - middle) / half;
					speed[i] = (float) Math.max(-1, Math.min(1, side));
				}
			});
		}
	}
}
