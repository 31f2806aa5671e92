package org.annotomy.segmentation.filter;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.Arrays;

import org.annotomy.geometry.VoxelBox;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.segmentation.volume.Masks;
import org.annotomy.task.Progress;
import org.junit.Test;

public class MaskedValuesTest {

	private static final VoxelSpacing SPACING = new VoxelSpacing(0.5, 1, 2);
	private static final VoxelBox BOX = new VoxelBox(2, -3, 4, 60, 5, 4);
	/** The left half, beyond the box on three sides. */
	private static final Mask HALF = Masks.of(new VoxelBox(0, -5, 0, 40, 20, 20), (x, y, z) -> x < 32);

	@Test
	public void aHardEdgeFillsOneSideAlone() {
		float[] values = values();
		float[] outside = MaskedValues.fill(values, BOX, HALF, FillSide.OUTSIDE, -1000, 0, SPACING, Progress.NONE);
		float[] inside = MaskedValues.fill(values, BOX, HALF, FillSide.INSIDE, 7, 0, SPACING, Progress.NONE);
		float[] both = MaskedValues.fillBoth(BOX, HALF, 1, 0, 0, SPACING, Progress.NONE);
		for (int i = 0; i < values.length; i++) {
			boolean in = i % 60 + 2 < 32;
			assertEquals(in ? values[i] : -1000, outside[i], 0);
			assertEquals(in ? 7 : values[i], inside[i], 0);
			assertEquals(in ? 1 : 0, both[i], 0);
		}
		assertArrayEquals(values(), values, 0);
	}

	/** An edge across x follows the Gaussian's integral: 1 SD away 84 % are kept. */
	@Test
	public void aSoftEdgePassesAsTheGaussianDoes() {
		float[] values = new float[BOX.size().arrayLength()];
		Arrays.fill(values, 100);
		float[] soft = MaskedValues.fill(values, BOX, HALF, FillSide.OUTSIDE, 0, 2, SPACING, Progress.NONE);
		double edge = (50 + (soft[29] + soft[30]) / 2) / 2;
		assertEquals(50, edge, 0.1);
		assertEquals(84.1, (soft[25] + soft[26]) / 2, 0.5);
		assertEquals(15.9, (soft[33] + soft[34]) / 2, 0.5);
		assertEquals(100, soft[0], 0);
		assertEquals(0, soft[59], 0);
	}

	@Test
	public void whatCannotBeIsRefused() {
		assertEquals("A fill value must be a finite number but is NaN.", assertThrows(IllegalArgumentException.class,
				() -> MaskedValues.fill(values(), BOX, HALF, FillSide.INSIDE, Double.NaN, 0, SPACING, Progress.NONE))
				.getMessage());
		assertEquals("There are 3 values for 1200 voxels.", assertThrows(IllegalArgumentException.class,
				() -> MaskedValues.fill(new float[3], BOX, HALF, FillSide.INSIDE, 0, 0, SPACING, Progress.NONE)).getMessage());
	}

	private static float[] values() {
		float[] values = new float[BOX.size().arrayLength()];
		for (int i = 0; i < values.length; i++)
			values[i] = i * 0.25f;
		return values;
	}
}
