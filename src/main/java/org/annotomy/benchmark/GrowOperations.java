package org.annotomy.benchmark;

import java.io.IOException;
import java.util.List;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.grow.GrowCut;
import org.annotomy.task.Progress;

/** Growth from seeds. */
final class GrowOperations {

	private static final VoxelSpacing VOXELS = new VoxelSpacing(1, 1, 1);

	private GrowOperations() {}

	static List<Operation> all() {
		return List.of(new Operation("grow_from_seeds_med", GrowOperations::growCut));
	}

	/** The check value is the sum of the labels. */
	private static Operation.Task growCut(Inputs inputs) throws IOException {
		VolumeSize size = inputs.size("ct_med");
		float[] values = floats(inputs.shorts("ct_med"));
		byte[] seeds = inputs.bytes("growcut_seeds_med");
		return () -> {
			long sum = 0;
			for (byte label : new GrowCut(values, size, VOXELS, 0, null).grow(seeds, Progress.NONE))
				sum += label & 0xff;
			return sum;
		};
	}

	static float[] floats(short[] shorts) {
		float[] floats = new float[shorts.length];
		for (int i = 0; i < floats.length; i++)
			floats[i] = shorts[i];
		return floats;
	}
}
