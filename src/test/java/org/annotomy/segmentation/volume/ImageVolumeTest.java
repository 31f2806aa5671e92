package org.annotomy.segmentation.volume;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.task.Progress;
import org.junit.Test;

public class ImageVolumeTest {

	private static final VolumeSize SIZE = new VolumeSize(5, 4, 3);

	private final ImageVolume volume = Volumes.of(SIZE, (x, y, z) -> 100 * z + 10 * y + x - 50);

	@Test
	public void theValuesOfABoxAreInOrder() {
		assertArrayEquals(new float[]{61, 62, 71, 72, 161, 162, 171, 172},
				volume.values(new VoxelBox(1, 1, 1, 2, 2, 2), Progress.NONE), 0);
		assertEquals(0, volume.values(VoxelBox.EMPTY, Progress.NONE).length);
		assertEquals(-17, volume.value(3, 3, 0), 0);
		assertEquals("HU", volume.unit());
	}

	@Test
	public void aRangeHoldsBothItsEnds() {
		Mask range = volume.range(SIZE.box(), -17, 51, Progress.NONE);
		for (int z = 0; z < 3; z++)
			for (int y = 0; y < 4; y++)
				for (int x = 0; x < 5; x++) {
					int value = 100 * z + 10 * y + x - 50;
					assertEquals(value >= -17 && value <= 51, range.contains(x, y, z));
				}
	}

	@Test
	public void aBoxBeyondTheImageIsRefused() {
		assertThrows(IllegalArgumentException.class, () -> volume.values(new VoxelBox(4, 0, 0, 2, 1, 1), Progress.NONE));
		assertThrows(IllegalArgumentException.class, () -> volume.range(new VoxelBox(0, -1, 0, 2, 1, 1), 0, 1, Progress.NONE));
	}

	@Test
	public void theSpacingIsThatOfTheImage() {
		VoxelSpacing spacing = new ImageVolume(Volumes.image(SIZE, new VoxelSpacing(0.5, 2, 3), (x, y, z) -> 0), 0, 0).spacing();
		assertEquals(new VoxelSpacing(0.5, 2, 3), spacing);
	}
}
