package org.annotomy.segmentation.grow;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.measure.RunningStatistics;
import org.annotomy.segmentation.walk.RandomWalker;

/**
 * Each voxel goes to the seed that a random walk from it most probably meets first: {@link RandomWalker}, with the standard deviation of the
 * region's values as their unit, so that one beta suits images of all kinds.
 *
 * @param beta how strongly differences of values hold walks back; 0 for not at all
 */
public record RandomWalks(double beta) implements SeedMethod {

	/** As scikit-image has it. */
	public static final double USUAL_BETA = 130;

	/** @throws IllegalArgumentException if the number is negative or not finite */
	public RandomWalks {
		if (!(beta >= 0) || Double.isInfinite(beta))
			throw new IllegalArgumentException("Beta must be finite and 0 or more but is " + beta + ".");
	}

	@Override
	public Growth begin(float[] values, VolumeSize size, VoxelSpacing spacing, byte[] open) {
		scale(values);
		return (seeds, progress) -> RandomWalker.labels(values, seeds, size, spacing, beta, open, progress);
	}

	private static void scale(float[] values) {
		RunningStatistics statistics = new RunningStatistics();
		for (float value : values)
			if (Float.isFinite(value)) statistics.add(value);
		double deviation = statistics.result().sd();
		for (int i = 0; deviation > 0 && i < values.length; i++)
			values[i] /= (float) deviation;
	}

	@Override
	public String editName() {
		return "Random walker from seeds";
	}
}
