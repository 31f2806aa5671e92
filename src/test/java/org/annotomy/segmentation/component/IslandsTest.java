package org.annotomy.segmentation.component;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.annotomy.geometry.VoxelBox;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;
import org.junit.Test;

public class IslandsTest {

	/** Islands of 1, 4 and 3 voxels; the last two touch at a corner. */
	private static final Mask MASK = new Mask(new VoxelBox(10, 20, 30, 6, 4, 1), new byte[]{
			1, 0, 0, 0, 0, 0,
			0, 0, 1, 1, 0, 0,
			0, 0, 1, 1, 0, 0,
			0, 1, 0, 0, 1, 1});

	private static Mask drawn(int... voxels) {
		Mask mask = Mask.empty(MASK.box());
		for (int voxel : voxels)
			mask.voxels()[voxel] = 1;
		return mask;
	}

	@Test
	public void theLargestIsKept() {
		same(drawn(8, 9, 14, 15), Islands.largest(MASK, Connectivity.FACES, Progress.NONE));
		same(drawn(8, 9, 14, 15, 19, 22, 23), Islands.largest(MASK, Connectivity.CORNERS, Progress.NONE));
		assertTrue(Islands.largest(drawn(), Connectivity.FACES, Progress.NONE).isEmpty());
	}

	@Test
	public void smallOnesGo() {
		same(drawn(8, 9, 14, 15, 22, 23), Islands.atLeast(MASK, 2, Connectivity.FACES, Progress.NONE));
		same(MASK, Islands.atLeast(MASK, 0, Connectivity.FACES, Progress.NONE));
		assertTrue(Islands.atLeast(MASK, 5, Connectivity.FACES, Progress.NONE).isEmpty());
	}

	@Test
	public void volumesBecomeVoxels() {
		VoxelSpacing spacing = new VoxelSpacing(0.1, 0.1, 0.3);
		assertEquals(10, Islands.voxels(0.03, spacing));
		assertEquals(11, Islands.voxels(0.0301, spacing));
		assertEquals(0, Islands.voxels(0, spacing));
	}

	@Test
	public void splittingNumbersThemBySize() {
		Components parts = Islands.split(MASK, 1, Connectivity.FACES, Progress.NONE);
		assertEquals(4, parts.count());
		assertEquals(1, parts.at(2, 1, 0));
		assertEquals(2, parts.at(4, 3, 0));
		assertEquals(3, parts.at(0, 0, 0));
		assertEquals(4, parts.at(1, 3, 0));
		assertEquals(2, Islands.split(MASK, 2, Connectivity.FACES, Progress.NONE).count());
	}

	@Test
	public void theIslandOfAVoxelIsKeptRemovedOrAdded() {
		same(drawn(22, 23), Islands.keepAt(MASK, 14, 23, 30, Connectivity.FACES, Progress.NONE));
		same(drawn(0, 8, 9, 14, 15, 19), Islands.removeAt(MASK, 15, 23, 30, Connectivity.FACES, Progress.NONE));
		Mask ring = drawn(1, 6, 8, 13);
		same(drawn(1, 6, 7, 8, 13), Islands.addAt(ring, 11, 21, 30, Progress.NONE));
		assertThrows(IllegalArgumentException.class,
				() -> Islands.keepAt(MASK, 11, 20, 30, Connectivity.FACES, Progress.NONE));
		assertThrows(IllegalArgumentException.class, () -> Islands.removeAt(MASK, 0, 0, 0, Connectivity.FACES, Progress.NONE));
		assertThrows(IllegalArgumentException.class, () -> Islands.addAt(MASK, 10, 20, 30, Progress.NONE));
		assertThrows(IllegalArgumentException.class, () -> Islands.addAt(MASK, 0, 0, 0, Progress.NONE));
	}

	private static void same(Mask expected, Mask found) {
		assertEquals(expected.box(), found.box());
		assertArrayEquals(expected.voxels(), found.voxels());
	}
}
