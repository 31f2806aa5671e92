package org.annotomy.benchmark;

import java.io.IOException;
import java.util.List;

import org.annotomy.segmentation.threshold.AutoThreshold;
import org.annotomy.segmentation.threshold.Histogram;
import org.annotomy.segmentation.threshold.Threshold;
import org.annotomy.task.Progress;

/** Histograms and thresholds found from them. */
final class ThresholdOperations {

	private ThresholdOperations() {}

	static List<Operation> all() {
		return List.of(
				new Operation("otsu", ThresholdOperations::otsu),
				new Operation("histogram_i16", ThresholdOperations::histogram));
	}

	/** The check value is the number of voxels above the threshold. */
	private static Operation.Task otsu(Inputs inputs) throws IOException {
		short[] ct = inputs.shorts("ct");
		return () -> {
			double threshold = AutoThreshold.OTSU.of(Histogram.of(ct, Progress.NONE));
			return VoxelCount.of(Threshold.above(ct, threshold, Progress.NONE));
		};
	}

	/** The check value is the fullest bin, counted from the lowest value that a short can have. */
	private static Operation.Task histogram(Inputs inputs) throws IOException {
		short[] ct = inputs.shorts("ct");
		return () -> (long) Histogram.of(ct, Progress.NONE).mode() - Short.MIN_VALUE;
	}
}
