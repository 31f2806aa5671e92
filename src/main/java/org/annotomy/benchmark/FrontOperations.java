package org.annotomy.benchmark;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import org.annotomy.geometry.Position;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.levelset.ActiveContour;
import org.annotomy.segmentation.levelset.ContourWeights;
import org.annotomy.segmentation.levelset.FastMarching;
import org.annotomy.segmentation.levelset.SpeedField;
import org.annotomy.segmentation.levelset.SpeedFields;
import org.annotomy.segmentation.levelset.StartBall;
import org.annotomy.segmentation.levelset.StartingShapes;
import org.annotomy.task.Progress;

/** Fronts that move over a volume. The check values are numbers of voxels. */
final class FrontOperations {

	private static final VoxelSpacing VOXELS = new VoxelSpacing(1, 1, 1);
	private static final int ITERATIONS = 100;

	private FrontOperations() {}

	static List<Operation> all() {
		return List.of(new Operation("fast_marching_med", FrontOperations::marching),
				new Operation("active_contour_med", FrontOperations::contour));
	}

	/** A front from the middle, 1 voxel for each unit of time, through the whole volume. */
	private static Operation.Task marching(Inputs inputs) throws IOException {
		VolumeSize size = inputs.size("ct_med");
		float[] speed = new float[size.arrayLength()];
		Arrays.fill(speed, 1);
		byte[] seeds = new byte[speed.length];
		seeds[size.index(size.nx() / 2, size.ny() / 2, size.nz() / 2)] = 1;
		inputs.given((long) Float.BYTES * speed.length + seeds.length);
		return () -> {
			long reached = 0;
			for (float time : FastMarching.times(speed, seeds, size, VOXELS, FastMarching.Stop.NEVER, Progress.NONE))
				if (time < size.nz() / 2f) reached++;
			return reached;
		};
	}

	/** A contour from a ball in the middle of the liver, 100 iterations at the most. */
	private static Operation.Task contour(Inputs inputs) throws IOException {
		VolumeSize size = inputs.size("ct_med");
		float[] values = GrowOperations.floats(inputs.shorts("ct_med"));
		Position liver = new Position(0.35 * size.nx(), 0.475 * size.ny(), 0.275 * size.nz());
		float[] start = StartingShapes.balls(List.of(new StartBall(liver, 0.08 * size.nx())), size.box(), VOXELS, Progress.NONE);
		SpeedField field = SpeedFields.range(values, 75, 145, 25, Progress.NONE);
		inputs.given(2L * Float.BYTES * start.length);
		return () -> {
			long inside = 0;
			for (byte voxel : ActiveContour.evolve(start, field, new ContourWeights(1, 0.5, 0), ITERATIONS, null, size, VOXELS,
					Progress.NONE).inside())
				inside += voxel;
			return inside;
		};
	}
}
