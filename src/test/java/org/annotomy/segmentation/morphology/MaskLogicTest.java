package org.annotomy.segmentation.morphology;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Random;

import org.annotomy.geometry.VoxelBox;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.segmentation.volume.Masks;
import org.junit.Test;

public class MaskLogicTest {

	private static final VoxelBox A = new VoxelBox(-2, 0, 1, 7, 5, 4);
	private static final VoxelBox B = new VoxelBox(1, -3, 2, 9, 6, 5);
	private static final VoxelBox APART = new VoxelBox(20, 20, 20, 2, 2, 2);

	@Test
	public void everyVoxelFollowsTheOperator() {
		Random random = new Random(4);
		for (VoxelBox other : new VoxelBox[]{A, B, APART, VoxelBox.EMPTY}) {
			Mask a = new Mask(A, Masks.boxes(random, A.size(), 3));
			Mask b = other.isEmpty() ? Mask.empty(other) : new Mask(other, Masks.boxes(random, other.size(), 3));
			VoxelBox all = A.union(B).union(APART);
			for (int z = all.z() - 1; z <= all.endZ(); z++)
				for (int y = all.y() - 1; y <= all.endY(); y++)
					for (int x = all.x() - 1; x <= all.endX(); x++)
						check(a, b, x, y, z);
		}
	}

	private static void check(Mask a, Mask b, int x, int y, int z) {
		boolean inA = a.contains(x, y, z);
		boolean inB = b.contains(x, y, z);
		assertEquals(inA || inB, MaskLogic.union(a, b).contains(x, y, z));
		assertEquals(inA && inB, MaskLogic.intersect(a, b).contains(x, y, z));
		assertEquals(inA && !inB, MaskLogic.subtract(a, b).contains(x, y, z));
		assertEquals(inA != inB, MaskLogic.exclusiveOr(a, b).contains(x, y, z));
		assertEquals(B.contains(x, y, z) && !inA, MaskLogic.invert(a, B).contains(x, y, z));
	}

	@Test
	public void nothingGivenIsChanged() {
		Mask a = Mask.full(A);
		Mask b = Mask.full(A);
		assertTrue(MaskLogic.subtract(a, b).isEmpty());
		assertEquals(140, a.count());
		assertEquals(140, b.count());
	}
}
