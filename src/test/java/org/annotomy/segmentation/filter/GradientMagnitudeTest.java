package org.annotomy.segmentation.filter;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.io.IOException;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.volume.Masks;
import org.annotomy.segmentation.volume.VoxelOracle;
import org.annotomy.task.CancelledException;
import org.annotomy.task.Progress;
import org.junit.Test;

public class GradientMagnitudeTest {

	@Test
	public void gradientsAreNumPys() throws IOException {
		VoxelOracle oracle = VoxelOracle.read();
		oracle.assertNear("gradient",
				GradientMagnitude.of(oracle.floats("image"), oracle.size(), oracle.spacing(), 0, Progress.NONE), 1e-5);
	}

	@Test
	public void aRampIsAsSteepPerMillimetreAfterSmoothing() {
		VolumeSize size = new VolumeSize(41, 31, 1);
		VoxelSpacing spacing = new VoxelSpacing(0.5, 2, 9);
		float[] ramp = new float[size.arrayLength()];
		for (int i = 0; i < ramp.length; i++)
			ramp[i] = 3 * 0.5f * (i % 41) - 4 * 2 * (i / 41);
		assertEquals(5, GradientMagnitude.of(ramp, size, spacing, 0, Progress.NONE)[0], 1e-5);
		assertEquals(5, GradientMagnitude.of(ramp, size, spacing, 1.2, Progress.NONE)[size.index(20, 15, 0)], 1e-3);
		assertThrows(CancelledException.class, () -> GradientMagnitude.of(ramp, size, spacing, 1, Masks.cancelledAt(1)));
	}
}
