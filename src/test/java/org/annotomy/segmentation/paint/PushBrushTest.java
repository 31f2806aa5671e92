package org.annotomy.segmentation.paint;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;

import org.annotomy.geometry.Axis;
import org.annotomy.geometry.Position;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.volume.Mask;
import org.junit.Test;

/** On a box of 20 × 20 × 8 voxels of 1 × 1 × 2 mm, from 10, 10, 4 on. */
public class PushBrushTest {

	private static final VolumeSize SIZE = new VolumeSize(50, 40, 16);
	private static final VoxelSpacing MM = new VoxelSpacing(1, 1, 2);
	private static final Mask BOX = Mask.full(new VoxelBox(10, 10, 4, 20, 20, 8));

	private static PushBrush push(Axis across, double mostMm, Position... path) {
		return PushBrush.of(BOX, List.of(path), across, 8, mostMm, SIZE, MM);
	}

	/** The next voxel centre beyond the border is at x = 30, 6 mm away: the brush is a little smaller. */
	@Test
	public void theBrushJustFitsWhereItBegins() {
		PushBrush still = push(Axis.Z, 9, new Position(24, 20, 8));
		assertFalse(still.inwards());
		assertEquals(6, still.radiusMm(), 0.01);
		assertTrue(still.swept().count() > 90);
		for (int y = 0; y < 40; y++)
			for (int x = 0; x < 50; x++)
				assertTrue("nothing changes yet", !still.swept().contains(x, y, 8) || BOX.contains(x, y, 8));
		assertEquals("no larger than asked for", 3, push(Axis.Z, 3, new Position(20, 20, 8)).radiusMm(), 0);
	}

	/** Going 4 mm to the right the border goes 4 mm to the right, where the brush passes. */
	@Test
	public void fromInsideTheBorderGoesOutwards() {
		PushBrush push = push(Axis.Z, 9, new Position(24, 20, 8), new Position(28, 20, 8));
		assertTrue(push.swept().contains(33, 20, 8));
		assertFalse(push.swept().contains(34, 20, 8));
		assertFalse("on this slice only", push.swept().contains(24, 20, 9));
	}

	@Test
	public void fromOutsideTheBorderGoesInwards() {
		PushBrush push = push(Axis.Z, 9, new Position(36, 20, 8), new Position(33, 20, 8));
		assertTrue(push.inwards());
		assertEquals(7, push.radiusMm(), 0.01);
		assertTrue(push.swept().contains(27, 20, 8));
		assertFalse(push.swept().contains(26, 20, 8));
	}

	/** Slices are 2 mm apart: from slice 9 the border at slice 12 is 6 mm away, nearer than any other. */
	@Test
	public void aBallPushesThroughSlices() {
		PushBrush push = push(null, 50, new Position(20, 20, 9), new Position(20, 20, 11));
		assertEquals(6, push.radiusMm(), 0.01);
		assertTrue(push.swept().contains(20, 20, 13));
		assertFalse(push.swept().contains(20, 20, 14));
	}

	@Test
	public void farFromAnyBorderItIsAsLargeAsItMayBe() {
		PushBrush push = push(Axis.Z, 2, new Position(42, 20, 8), new Position(44, 20, 8));
		assertTrue(push.inwards());
		assertEquals(2, push.radiusMm(), 0);
	}
}
