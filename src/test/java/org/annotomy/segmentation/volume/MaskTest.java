package org.annotomy.segmentation.volume;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Random;

import org.annotomy.geometry.VoxelBox;
import org.junit.Test;

public class MaskTest {

	private static final VoxelBox BOX = new VoxelBox(-2, 3, 5, 7, 5, 4);

	@Test
	public void boundsAreThoseOfEveryVoxel() {
		Random random = new Random(20261127);
		for (int round = 0; round < 200; round++) {
			Mask mask = Mask.empty(BOX);
			for (int i = random.nextInt(5); i > 0; i--)
				mask.voxels()[random.nextInt(mask.voxels().length)] = 1;
			assertEquals(bruteForceBounds(mask), mask.bounds());
			assertEquals(mask.bounds().isEmpty(), mask.isEmpty());
			assertEquals(bruteForceCount(mask), mask.count());
		}
	}

	private static long bruteForceCount(Mask mask) {
		long count = 0;
		for (byte voxel : mask.voxels())
			count += voxel;
		return count;
	}

	private static VoxelBox bruteForceBounds(Mask mask) {
		VoxelBox bounds = VoxelBox.EMPTY;
		for (int z = -10; z < 20; z++)
			for (int y = -10; y < 20; y++)
				for (int x = -10; x < 20; x++)
					if (mask.contains(x, y, z)) bounds = bounds.union(new VoxelBox(x, y, z, 1, 1, 1));
		return bounds;
	}

	@Test
	public void onAnotherBoxItHasTheVoxelsOfBoth() {
		Random random = new Random(1);
		Mask mask = Mask.empty(BOX);
		for (int i = 0; i < mask.voxels().length; i++)
			mask.voxels()[i] = (byte) random.nextInt(2);
		for (VoxelBox other : new VoxelBox[]{BOX, new VoxelBox(0, 0, 0, 4, 6, 7), new VoxelBox(50, 50, 50, 2, 2, 2),
				BOX.grow(1, 2, 3), VoxelBox.EMPTY}) {
			Mask moved = mask.on(other);
			for (int z = -1; z < 14; z++)
				for (int y = -1; y < 14; y++)
					for (int x = -4; x < 14; x++)
						assertEquals(mask.contains(x, y, z) && other.contains(x, y, z), moved.contains(x, y, z));
		}
		assertArrayEquals(mask.voxels(), mask.on(BOX.grow(2, 2, 2)).on(BOX).voxels());
	}

	@Test
	public void anEmptyBoxHoldsNothing() {
		Mask nothing = Mask.empty(VoxelBox.EMPTY);
		assertTrue(nothing.isEmpty());
		assertEquals(VoxelBox.EMPTY, nothing.bounds());
		assertEquals(0, nothing.count());
		assertFalse(Mask.full(BOX).isEmpty());
		assertEquals(140, Mask.full(BOX).count());
	}

	@Test
	public void aVolumeThatNoArrayHoldsIsRefused() {
		String message = assertThrows(IllegalArgumentException.class, () -> Mask.empty(new VoxelBox(0, 0, 0, 2000, 2000, 2000)))
				.getMessage();
		assertEquals("A volume of 2000 × 2000 × 2000 voxels is too large for this. Work on a part of it.", message);
	}
}
