package org.annotomy.benchmark;

import java.io.IOException;
import java.util.List;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.segmentation.component.Connectivity;
import org.annotomy.segmentation.watershed.Watershed;
import org.annotomy.task.Progress;

/** Floods from markers. */
final class WatershedOperations {

	private WatershedOperations() {}

	static List<Operation> all() {
		return List.of(
				new Operation("watershed_markers_3d", inputs -> flood(inputs, false)),
				new Operation("watershed_markers_3d_masked", inputs -> flood(inputs, true)));
	}

	private static Operation.Task flood(Inputs inputs, boolean masked) throws IOException {
		float[] relief = inputs.floats("spheres_edt_med");
		for (int i = 0; i < relief.length; i++)
			relief[i] = -relief[i];
		int[] markers = inputs.ints("spheres_markers_med");
		byte[] mask = masked ? inputs.bytes("spheres_med") : null;
		VolumeSize size = inputs.size("spheres_edt_med");
		return () -> {
			double sum = 0;
			for (int label : Watershed.flood(relief, markers, mask, size, Connectivity.CORNERS, false, Progress.NONE))
				sum += label;
			return sum;
		};
	}
}
