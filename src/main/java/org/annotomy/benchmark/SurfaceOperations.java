package org.annotomy.benchmark;

import java.io.IOException;
import java.util.List;

import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.surface.MarchingCubes;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;

/** Surfaces of segments. */
final class SurfaceOperations {

	private static final VoxelSpacing VOXELS = new VoxelSpacing(1, 1, 1);

	private SurfaceOperations() {}

	static List<Operation> all() {
		return List.of(new Operation("marching_cubes_1label", SurfaceOperations::oneLabel));
	}

	/** The check value is the number of triangles. */
	private static Operation.Task oneLabel(Inputs inputs) throws IOException {
		Mask mask = new Mask(inputs.size("rater0").box(), inputs.bytes("rater0"));
		return () -> (long) MarchingCubes.of(mask, VOXELS, Progress.NONE).triangles();
	}
}
