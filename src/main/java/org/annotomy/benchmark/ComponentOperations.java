package org.annotomy.benchmark;

import java.io.IOException;
import java.util.List;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.segmentation.component.Components;
import org.annotomy.segmentation.component.ConnectedComponents;
import org.annotomy.segmentation.component.Connectivity;
import org.annotomy.segmentation.component.FillHoles;
import org.annotomy.segmentation.component.RegionGrowing;
import org.annotomy.task.Progress;

/** Components, holes and regions. */
final class ComponentOperations {

	private static final double[] SEED = {-0.3, -0.05, -0.45};
	private static final double LOW = 60;
	private static final double HIGH = 160;

	private ComponentOperations() {}

	static List<Operation> all() {
		return List.of(
				new Operation("region_grow_connected_threshold", ComponentOperations::regionGrow),
				new Operation("connected_components_26", inputs -> components(inputs, Connectivity.CORNERS)),
				new Operation("connected_components_6", inputs -> components(inputs, Connectivity.FACES)),
				new Operation("connected_components_26_multilabel", ComponentOperations::multilabel),
				new Operation("fill_holes_3d", inputs -> fillHoles(inputs, "blobs")),
				new Operation("fill_holes_3d_solid", inputs -> fillHoles(inputs, "rater0")));
	}

	/** From the middle of the liver. */
	private static Operation.Task regionGrow(Inputs inputs) throws IOException {
		short[] ct = inputs.shorts("ct");
		VolumeSize size = inputs.size("ct");
		int seed = size.index(place(SEED[0], size.nx()), place(SEED[1], size.ny()), place(SEED[2], size.nz()));
		return () -> VoxelCount.of(
				RegionGrowing.connectedThreshold(ct, size, new int[]{seed}, LOW, HIGH, Connectivity.FACES, Progress.NONE));
	}

	private static Operation.Task components(Inputs inputs, Connectivity connectivity) throws IOException {
		byte[] mask = inputs.bytes("blobs");
		VolumeSize size = inputs.size("blobs");
		return () -> written(ConnectedComponents.of(mask, size, connectivity, Progress.NONE));
	}

	private static Operation.Task multilabel(Inputs inputs) throws IOException {
		short[] labels = inputs.shorts("labels100");
		VolumeSize size = inputs.size("labels100");
		return () -> written(ConnectedComponents.ofLabels(labels, size, Connectivity.CORNERS, Progress.NONE));
	}

	private static Operation.Task fillHoles(Inputs inputs, String name) throws IOException {
		byte[] mask = inputs.bytes(name);
		VolumeSize size = inputs.size(name);
		return () -> VoxelCount.of(FillHoles.of(mask, size, Progress.NONE));
	}

	/** The peers write a label for each voxel, in as few bytes as the number of components needs. */
	private static int written(Components components) {
		if (components.count() < 1 << 16) components.toShorts(Progress.NONE);
		else components.toInts(Progress.NONE);
		return components.count();
	}

	private static int place(double fraction, int length) {
		return (int) ((fraction + 1) / 2 * (length - 1));
	}
}
