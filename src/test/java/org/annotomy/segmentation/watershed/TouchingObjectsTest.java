package org.annotomy.segmentation.watershed;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;

import org.annotomy.geometry.VoxelBox;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;
import org.junit.Test;

public class TouchingObjectsTest {

	private static final VoxelSpacing SPACING = new VoxelSpacing(1, 1, 2);

	/** Balls of 8 mm and 6 mm whose middles are 12 mm apart, on a box that does not begin at 0. */
	private static Mask balls() {
		Mask mask = Mask.empty(new VoxelBox(5, -3, 2, 40, 24, 12));
		for (int z = 2; z < 14; z++)
			for (int y = -3; y < 21; y++)
				for (int x = 5; x < 45; x++)
					if (inBall(x, y, z, 17, 8) || inBall(x, y, z, 29, 6)) mask.voxels()[mask.index(x, y, z)] = 1;
		return mask;
	}

	private static boolean inBall(int x, int y, int z, int middleX, double radius) {
		return (x - middleX) * (x - middleX) + (y - 9) * (y - 9) + 4 * (z - 8) * (z - 8) <= radius * radius;
	}

	@Test
	public void ballsPartAtTheirNeck() {
		Mask mask = balls();
		List<Mask> objects = TouchingObjects.of(mask, SPACING, 1.5, Progress.NONE);
		assertEquals(2, objects.size());
		assertEquals(mask.count(), objects.get(0).count() + objects.get(1).count());
		assertTrue(objects.get(0).contains(17, 9, 8) && objects.get(1).contains(29, 9, 8));
		for (int x = 5; x < 45; x++)
			if (mask.contains(x, 9, 8)) assertEquals("x " + x, x <= 24, objects.get(0).contains(x, 9, 8));
	}

	@Test
	public void aDepthThatNoNeckHasPartsNothing() {
		List<Mask> objects = TouchingObjects.of(balls(), SPACING, 7, Progress.NONE);
		assertEquals(1, objects.size());
		assertEquals(balls().count(), objects.get(0).count());
	}

	@Test
	public void nothingIsNoObject() {
		assertTrue(TouchingObjects.of(Mask.empty(new VoxelBox(0, 0, 0, 3, 3, 3)), SPACING, 1, Progress.NONE).isEmpty());
		assertThrows(IllegalArgumentException.class, () -> TouchingObjects.of(balls(), SPACING, 0, Progress.NONE));
	}
}
