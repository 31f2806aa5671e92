package org.annotomy.segmentation.filter;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.Random;

import org.annotomy.geometry.VoxelBox;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.segmentation.volume.Masks;
import org.annotomy.segmentation.volume.VoxelOracle;
import org.annotomy.task.CancelledException;
import org.annotomy.task.Progress;
import org.junit.Test;

public class MajorityFilterTest {

	private static final VoxelBox IMAGE = new VoxelBox(-1, 2, 5, 11, 9, 8);

	@Test
	public void insideTheImageItIsScipysMedian() throws IOException {
		VoxelOracle oracle = VoxelOracle.read();
		VoxelBox image = oracle.size().box();
		VoxelBox inner = new VoxelBox(1, 1, 1, image.nx() - 2, image.ny() - 2, image.nz() - 2);
		Mask filtered = MajorityFilter.of(new Mask(image, oracle.mask("mask")), new KernelBox(1, 1, 1), image, Progress.NONE);
		assertArrayEquals(new Mask(image, oracle.mask("median_mask")).on(inner).voxels(), filtered.on(inner).voxels());
	}

	@Test
	public void everyVoxelFollowsItsNeighbours() {
		Random random = new Random(8);
		for (int round = 0; round < 40; round++) {
			byte[] noise = new byte[IMAGE.size().arrayLength()];
			for (int i = 0; i < noise.length; i++)
				noise[i] = (byte) (random.nextInt(10) < 2 + round % 7 ? 1 : 0);
			Mask mask = new Mask(IMAGE, noise);
			KernelBox kernel = new KernelBox(random.nextInt(3), random.nextInt(4), random.nextInt(5));
			Mask expected = Masks.of(IMAGE, (x, y, z) -> majority(mask, kernel, x, y, z));
			assertArrayEquals(expected.voxels(), MajorityFilter.of(mask, kernel, IMAGE, Progress.NONE).on(IMAGE).voxels());
		}
	}

	private static boolean majority(Mask mask, KernelBox kernel, int x, int y, int z) {
		VoxelBox around = kernel.around(new VoxelBox(x, y, z, 1, 1, 1), IMAGE);
		long in = mask.on(around).count();
		long out = around.size().voxels() - in;
		return in > out || in == out && mask.contains(x, y, z);
	}

	@Test
	public void aKernelInMillimetresIsOddInVoxels() {
		VoxelSpacing spacing = new VoxelSpacing(0.7, 1, 2.5);
		assertEquals(new KernelBox(2, 1, 0), KernelBox.ofSizeMm(3, spacing));
		assertEquals(new KernelBox(5, 3, 1), KernelBox.ofReachMm(3.5, spacing));
		assertTrue(KernelBox.ofSizeMm(0.1, spacing).isSingle());
	}

	@Test
	public void whatCannotBeIsRefused() {
		assertEquals("The size of a kernel must be above 0 mm but is 0.0.", assertThrows(IllegalArgumentException.class,
				() -> KernelBox.ofSizeMm(0, new VoxelSpacing(1, 1, 1))).getMessage());
		assertEquals("A kernel must reach from 0 to 500 voxels but reaches 501.",
				assertThrows(IllegalArgumentException.class, () -> new KernelBox(501, 0, 0)).getMessage());
		assertThrows(CancelledException.class,
				() -> MajorityFilter.of(Mask.full(IMAGE), new KernelBox(1, 1, 1), IMAGE, Masks.cancelledAt(0)));
		assertTrue(MajorityFilter.of(Mask.empty(IMAGE), new KernelBox(1, 1, 1), IMAGE, Progress.NONE).isEmpty());
	}
}
