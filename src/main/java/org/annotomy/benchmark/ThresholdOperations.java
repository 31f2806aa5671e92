package org.annotomy.benchmark;

import java.io.IOException;
import java.util.List;

import org.annotomy.segmentation.threshold.Histogram;
import org.annotomy.task.Progress;

/** Histograms and thresholds found from them. */
final class ThresholdOperations {

	private ThresholdOperations() {}

	static List<Operation> all() {
		return List.of(new Operation("histogram_i16", ThresholdOperations::histogram));
	}

	/** The check value is the fullest bin, counted from the lowest value that a short can have. */
	private static Operation.Task histogram(Inputs inputs) throws IOException {
		short[] ct = inputs.shorts("ct");
		return () -> (long) Histogram.of(ct, Progress.NONE).mode() - Short.MIN_VALUE;
	}
}
