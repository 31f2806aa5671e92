package org.annotomy.benchmark;

import java.io.IOException;
import java.util.List;

import org.annotomy.geometry.TriangleMesh;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.surface.MarchingCubes;
import org.annotomy.segmentation.surface.MeshReduction;
import org.annotomy.segmentation.surface.SurfaceNets;
import org.annotomy.segmentation.surface.SurfaceSmoothing;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;

/** Surfaces of segments. */
final class SurfaceOperations {

	private static final VoxelSpacing VOXELS = new VoxelSpacing(1, 1, 1);

	private SurfaceOperations() {}

	static List<Operation> all() {
		return List.of(new Operation("marching_cubes_1label", SurfaceOperations::oneLabel),
				new Operation("surface_10labels", SurfaceOperations::tenLabels),
				new Operation("surface_reduction_to_tenth", SurfaceOperations::reduction));
	}

	/** The check value is the number of triangles. */
	private static Operation.Task oneLabel(Inputs inputs) throws IOException {
		Mask mask = new Mask(inputs.size("rater0").box(), inputs.bytes("rater0"));
		return () -> (long) MarchingCubes.of(mask, VOXELS, Progress.NONE).triangles();
	}

	/** The check value is the number of quads of the net. */
	private static Operation.Task tenLabels(Inputs inputs) throws IOException {
		byte[] labels = inputs.bytes("organs10");
		VolumeSize size = inputs.size("organs10");
		return () -> (long) SurfaceNets.of(labels, size, new double[3], new double[]{1, 1, 1}, Progress.NONE).count();
	}

	/** Of one organ's surface; the check value is the number of triangles. */
	private static Operation.Task reduction(Inputs inputs) throws IOException {
		Mask mask = new Mask(inputs.size("rater0").box(), inputs.bytes("rater0"));
		TriangleMesh whole = SurfaceSmoothing.taubin(MarchingCubes.of(mask, VOXELS, Progress.NONE), 10, Progress.NONE);
		inputs.given((long) Float.BYTES * whole.xyz().length + (long) Integer.BYTES * whole.corners().length);
		return () -> (long) MeshReduction.of(whole, whole.triangles() / 10, Double.POSITIVE_INFINITY, Progress.NONE).triangles();
	}
}
