package org.annotomy.segmentation.grow;

import java.util.Arrays;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.measure.RunningStatistics;
import org.annotomy.segmentation.walk.RandomWalker;

/**
 * Each voxel goes to the seed that a random walk from it most probably meets first: {@link RandomWalker}, with ten times the typical
 * difference of neighbours in the region as the unit of values, so that one beta suits images of all kinds: noise hardly holds walks back,
 * borders of several times the noise do. In images without noise the unit is the standard deviation.
 *
 * @param beta how strongly differences of values hold walks back; 0 for not at all
 */
public record RandomWalks(double beta) implements SeedMethod {

	/** In units of the values, and how many pairs of neighbours are looked at for it, about. */
	private static final float TYPICAL = 10;
	private static final int SAMPLES = 1 << 20;
	private static final double FEW = 0.1;

	/** As scikit-image has it. */
	public static final double USUAL_BETA = 130;

	/** @throws IllegalArgumentException if the number is negative or not finite */
	public RandomWalks {
		if (!(beta >= 0) || Double.isInfinite(beta))
			throw new IllegalArgumentException("Beta must be finite and 0 or more but is " + beta + ".");
	}

	@Override
	public Growth begin(float[] values, VolumeSize size, VoxelSpacing spacing, byte[] open) {
		scale(values, size.nx());
		return (seeds, progress) -> RandomWalker.labels(values, seeds, size, spacing, beta, open, progress);
	}

	private static void scale(float[] values, int nx) {
		float typical = typicalDifference(values, nx);
		float unit = typical > 0 ? TYPICAL * typical : deviation(values);
		for (int i = 0; unit > 0 && i < values.length; i++)
			values[i] /= unit;
	}

	/** The median of the differences of neighbours along x that differ: mostly noise. 0 if few differ, as in images without noise. */
	private static float typicalDifference(float[] values, int nx) {
		int step = values.length / SAMPLES + 1;
		float[] differences = new float[values.length / step + 1];
		int pairs = 0;
		int count = 0;
		for (int i = 0; i < values.length - 1; i += step) {
			pairs++;
			float difference = Math.abs(values[i + 1] - values[i]);
			if (i % nx < nx - 1 && difference > 0 && Float.isFinite(difference)) differences[count++] = difference;
		}
		Arrays.sort(differences, 0, count);
		return count == 0 || count < FEW * pairs ? 0 : differences[count / 2];
	}

	private static float deviation(float[] values) {
		RunningStatistics statistics = new RunningStatistics();
		for (float value : values)
			if (Float.isFinite(value)) statistics.add(value);
		return (float) statistics.result().sd();
	}

	@Override
	public String editName() {
		return "Random walker from seeds";
	}
}
