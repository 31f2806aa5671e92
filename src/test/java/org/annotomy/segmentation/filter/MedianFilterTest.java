package org.annotomy.segmentation.filter;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.segmentation.volume.Masks;
import org.annotomy.segmentation.volume.VoxelOracle;
import org.annotomy.task.CancelledException;
import org.annotomy.task.Progress;
import org.junit.Test;

public class MedianFilterTest {

	@Test
	public void mediansAreScipys() throws IOException {
		VoxelOracle oracle = VoxelOracle.read();
		float[] medians = MedianFilter.of(oracle.floats("image"), oracle.size(), new KernelBox(2, 1, 1), Progress.NONE);
		assertArrayEquals(oracle.floats("median_image"), medians, 0);
	}

	@Test
	public void everyMedianIsTheMiddleOfItsSortedBox() {
		Random random = new Random(12);
		VolumeSize size = new VolumeSize(9, 4, 3);
		for (KernelBox kernel : new KernelBox[]{new KernelBox(0, 0, 0), new KernelBox(3, 0, 1), new KernelBox(1, 2, 2)}) {
			float[] values = new float[size.arrayLength()];
			for (int i = 0; i < values.length; i++)
				values[i] = random.nextInt(6);
			float[] medians = MedianFilter.of(values, size, kernel, Progress.NONE);
			for (int i = 0; i < values.length; i++)
				assertEquals(middle(values, size, kernel, i % 9, i / 9 % 4, i / 36), medians[i], 0);
		}
	}

	private static float middle(float[] values, VolumeSize size, KernelBox kernel, int x, int y, int z) {
		float[] box = new float[(2 * kernel.x() + 1) * (2 * kernel.y() + 1) * (2 * kernel.z() + 1)];
		int i = 0;
		for (int dz = -kernel.z(); dz <= kernel.z(); dz++)
			for (int dy = -kernel.y(); dy <= kernel.y(); dy++)
				for (int dx = -kernel.x(); dx <= kernel.x(); dx++)
					box[i++] = values[size.index(RowFilter.mirrored(x + dx, size.nx()), RowFilter.mirrored(y + dy, size.ny()),
							RowFilter.mirrored(z + dz, size.nz()))];
		Arrays.sort(box);
		return box[box.length / 2];
	}

	@Test
	public void notANumberCountsAsInfinite() {
		float[] medians = MedianFilter.of(new float[]{1, Float.NaN, Float.NaN, Float.NaN, 2}, new VolumeSize(5, 1, 1),
				new KernelBox(1, 0, 0), Progress.NONE);
		assertArrayEquals(new float[]{1, Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY, 2}, medians,
				0);
	}

	@Test
	public void whatCannotBeIsRefused() {
		VolumeSize size = new VolumeSize(3, 3, 3);
		assertEquals("The box of a median filter may hold 1331 voxels but holds 2197. Take a smaller one.",
				assertThrows(IllegalArgumentException.class,
						() -> MedianFilter.of(new float[27], size, new KernelBox(6, 6, 6), Progress.NONE)).getMessage());
		assertEquals("A median was asked of 3 voxels in a volume of 27.", assertThrows(IllegalArgumentException.class,
				() -> MedianFilter.of(new float[3], size, new KernelBox(1, 1, 1), Progress.NONE)).getMessage());
		assertThrows(CancelledException.class,
				() -> MedianFilter.of(new float[27], size, new KernelBox(1, 1, 1), Masks.cancelledAt(1)));
	}
}
