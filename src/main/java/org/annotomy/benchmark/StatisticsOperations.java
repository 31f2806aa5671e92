package org.annotomy.benchmark;

import java.io.IOException;
import java.util.List;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.segmentation.statistics.LabelShape;
import org.annotomy.segmentation.statistics.LabelStatistics;
import org.annotomy.task.Progress;

/** Numbers by label. */
final class StatisticsOperations {

	private StatisticsOperations() {}

	static List<Operation> all() {
		return List.of(new Operation("label_stats_100", StatisticsOperations::statistics),
				new Operation("label_shape_100", StatisticsOperations::shapes));
	}

	/** The check value is scikit-image's: the sum of the means. */
	private static Operation.Task statistics(Inputs inputs) throws IOException {
		short[] ct = inputs.shorts("ct");
		short[] labels = inputs.shorts("labels100");
		return () -> LabelStatistics.of(ct, labels, Progress.NONE).stream().mapToDouble(LabelStatistics::mean).sum();
	}

	/** The check value is cc3d's: all voxels, the background too. */
	private static Operation.Task shapes(Inputs inputs) throws IOException {
		short[] labels = inputs.shorts("labels100");
		VolumeSize size = inputs.size("labels100");
		return () -> {
			long inLabels = LabelShape.of(labels, size, Progress.NONE).stream().mapToLong(LabelShape::voxels).sum();
			return inLabels + background(labels);
		};
	}

	private static long background(short[] labels) {
		long count = 0;
		for (short label : labels)
			if (label == 0) count++;
		return count;
	}
}
