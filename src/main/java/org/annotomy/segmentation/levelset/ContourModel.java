package org.annotomy.segmentation.levelset;

import java.util.Arrays;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.filter.GradientMagnitude;
import org.annotomy.segmentation.threshold.AutoThreshold;
import org.annotomy.segmentation.threshold.Histogram;
import org.annotomy.task.Progress;

/** How the speed of a front is made from the values of an image. */
@FunctionalInterface
public interface ContourModel {

	/** Slopes as many times as steep as the typical one where the front starts are edges. */
	double TYPICAL = 3;

	/**
	 * @param values of the box in which the front moves, x fastest; may be kept
	 * @param start below 0 where the front starts
	 */
	SpeedField speed(float[] values, float[] start, VolumeSize size, VoxelSpacing spacing, Progress progress);

	/** Two regions that compete: {@link SpeedFields#regions}. */
	static ContourModel regions() {
		return (values, start, size, spacing, progress) -> SpeedFields.regions(values);
	}

	/**
	 * A range of values: {@link SpeedFields#range}.
	 *
	 * @param softness 0 for the standard deviation of the values where the front starts
	 */
	static ContourModel range(double low, double high, double softness) {
		return (values, start, size, spacing, progress) -> SpeedFields.range(values, low, high,
				softness > 0 ? softness : StartValues.of(values, start).deviation(), progress);
	}

	/**
	 * Edges: {@link SpeedFields#edges}.
	 *
	 * @param sdMm standard deviation of the Gaussian that smooths the values before
	 * @param contrast in values per mm; 0 for {@value #TYPICAL} times the median slope where the front starts, which is all noise there, but no
	 *            more than what parts flat places from steep ones by Otsu's method
	 */
	static ContourModel edges(double sdMm, double contrast) {
		return byEdges(sdMm, contrast, SpeedFields::edges);
	}

	/** Edges that stop a front: {@link SpeedFields#walls}. Otherwise as {@link #edges}. */
	static ContourModel walls(double sdMm, double contrast) {
		return byEdges(sdMm, contrast, SpeedFields::walls);
	}

	private static ContourModel byEdges(double sdMm, double contrast, EdgeSpeed speed) {
		return (values, start, size, spacing, progress) -> {
			float[] slopes = GradientMagnitude.of(values, size, spacing, sdMm, progress.part(0, 0.8));
			return speed.of(slopes, contrast > 0 ? contrast : usual(slopes, start, progress), progress.part(0.8, 1));
		};
	}

	/** A speed image from slopes. */
	@FunctionalInterface
	interface EdgeSpeed {
		SpeedField of(float[] slopes, double contrast, Progress progress);
	}

	/**
	 * Values like those where the front starts: 1 at their mean, e^(-d²/2) at d standard deviations from it.
	 *
	 * @param deviation 0 for that of the values where the front starts
	 */
	static ContourModel likeStart(double deviation) {
		return (values, start, size, spacing, progress) -> {
			StartValues like = StartValues.of(values, start);
			return SpeedFields.around(values, like.mean(), deviation > 0 ? deviation : like.deviation(), progress);
		};
	}

	/** The same everywhere: times are distances in mm. */
	static ContourModel constant() {
		return (values, start, size, spacing, progress) -> SpeedFields.around(values, 0, Double.POSITIVE_INFINITY, progress);
	}

	private static double usual(float[] slopes, float[] start, Progress progress) {
		double parting = AutoThreshold.OTSU.of(Histogram.of(slopes, AutoThreshold.FEW, progress.part(0.8, 0.8)));
		if (!(parting > 0)) throw new IllegalArgumentException("All values here are the same: there is no edge.");
		float[] inside = new float[slopes.length];
		int count = 0;
		for (int i = 0; i < slopes.length; i++)
			if (start[i] < 0 && Float.isFinite(slopes[i])) inside[count++] = slopes[i];
		if (count == 0) return parting;
		Arrays.sort(inside, 0, count);
		double noise = TYPICAL * inside[count / 2];
		return noise > 0 ? Math.min(noise, parting) : parting;
	}
}
