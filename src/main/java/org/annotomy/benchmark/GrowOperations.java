package org.annotomy.benchmark;

import java.io.IOException;
import java.util.List;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.grow.GrowCut;
import org.annotomy.segmentation.measure.RunningStatistics;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.segmentation.walk.RandomWalker;
import org.annotomy.task.Progress;

/** Growth from seeds. */
final class GrowOperations {

	private static final VoxelSpacing VOXELS = new VoxelSpacing(1, 1, 1);
	private static final VoxelBox CROP = new VoxelBox(60, 60, 30, 128, 128, 60);
	private static final double BETA = 130;

	private GrowOperations() {}

	static List<Operation> all() {
		return List.of(new Operation("grow_from_seeds_med", GrowOperations::growCut),
				new Operation("random_walker", GrowOperations::randomWalker));
	}

	/** The check value is the sum of the labels. */
	private static Operation.Task growCut(Inputs inputs) throws IOException {
		VolumeSize size = inputs.size("ct_med");
		float[] values = floats(inputs.shorts("ct_med"));
		byte[] seeds = inputs.bytes("growcut_seeds_med");
		inputs.given((long) Float.BYTES * values.length + seeds.length);
		return () -> {
			long sum = 0;
			for (byte label : new GrowCut(values, size, VOXELS, 0, null).grow(seeds, Progress.NONE))
				sum += label & 0xff;
			return sum;
		};
	}

	/** On the part of the volume that the peers take, with values scaled so that weights are theirs. The check value is the sum of the labels. */
	private static Operation.Task randomWalker(Inputs inputs) throws IOException {
		VolumeSize size = inputs.size("ct_med");
		VoxelBox part = CROP.intersect(size.box());
		float[] values = part(floats(inputs.shorts("ct_med")), size, part);
		byte[] seeds = new Mask(size.box(), inputs.bytes("growcut_seeds_med")).on(part).voxels();
		float unit = (float) Math.sqrt(deviation(values));
		for (int i = 0; i < values.length; i++)
			values[i] /= unit;
		inputs.given((long) Float.BYTES * values.length + seeds.length);
		return () -> {
			long sum = 0;
			for (byte label : RandomWalker.labels(values, seeds, part.size(), VOXELS, BETA, null, Progress.NONE))
				sum += label & 0xff;
			return sum;
		};
	}

	private static double deviation(float[] values) {
		RunningStatistics statistics = new RunningStatistics();
		for (float value : values)
			statistics.add(value);
		return statistics.result().sd();
	}

	private static float[] part(float[] whole, VolumeSize size, VoxelBox box) {
		float[] part = new float[box.size().arrayLength()];
		for (int z = 0, row = 0; z < box.nz(); z++)
			for (int y = 0; y < box.ny(); y++, row += box.nx())
				System.arraycopy(whole, size.index(box.x(), box.y() + y, box.z() + z), part, row, box.nx());
		return part;
	}

	static float[] floats(short[] shorts) {
		float[] floats = new float[shorts.length];
		for (int i = 0; i < floats.length; i++)
			floats[i] = shorts[i];
		return floats;
	}
}
