package org.annotomy.segmentation.filter;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.segmentation.volume.Masks;
import org.annotomy.segmentation.volume.VoxelOracle;
import org.annotomy.task.CancelledException;
import org.annotomy.task.Progress;
import org.junit.Test;

public class GaussianFilterTest {

	private static final VoxelSpacing ONE = new VoxelSpacing(1, 1, 1);

	/** Also at the border, and with a kernel longer than the volume. */
	@Test
	public void valuesAndMasksAreScipys() throws IOException {
		VoxelOracle oracle = VoxelOracle.read();
		oracle.assertNear("gauss",
				GaussianFilter.of(oracle.floats("image"), oracle.size(), oracle.spacing(), 1.8, Progress.NONE), 1e-5);
		oracle.assertNear("gauss_mask",
				GaussianFilter.of(oracle.mask("mask"), oracle.size(), oracle.spacing(), 1.8, Progress.NONE), 1e-6);
	}

	@Test
	public void aCroppedMaskIsSmoothedAsInTheWholeImage() throws IOException {
		VoxelOracle oracle = VoxelOracle.read();
		VoxelBox image = oracle.size().box();
		Mask whole = new Mask(image, oracle.mask("mask"));
		for (int nx = 1; nx < 9; nx++) {
			Mask part = whole.on(new VoxelBox(2, 3, 4, nx, 6, 2)).on(image);
			byte[] expected = new byte[part.voxels().length];
			float[] blurred = GaussianFilter.of(part.voxels(), image.size(), oracle.spacing(), 0.8, Progress.NONE);
			for (int i = 0; i < blurred.length; i++)
				expected[i] = (byte) (blurred[i] >= 0.5 ? 1 : 0);
			assertArrayEquals(expected,
					GaussianFilter.smooth(part, oracle.spacing(), 0.8, image, Progress.NONE).on(image).voxels());
		}
	}

	@Test
	public void aMaskIsSmoothedOnItsWholeBox() {
		VoxelBox box = new VoxelBox(-3, 5, 1, 31, 9, 22);
		Mask mask = Masks.of(box, (x, y, z) -> x > 4 && x < 8 && y < 7 && z > 10 && z < 14);
		assertArrayEquals(GaussianFilter.of(mask.voxels(), box.size(), ONE, 1.3, Progress.NONE),
				GaussianFilter.of(mask, ONE, 1.3, Progress.NONE), 0);
		assertArrayEquals(new float[box.size().arrayLength()], GaussianFilter.of(Mask.empty(box), ONE, 1.3, Progress.NONE), 0);
	}

	/** A ball of radius r keeps about its radius less sd²/r. */
	@Test
	public void ballsShrinkAsTheoryHasIt() {
		VoxelBox image = new VolumeSize(60, 60, 60).box();
		Mask ball = Masks.of(image, (x, y, z) -> square(x - 30) + square(y - 30) + square(z - 30) <= 20 * 20);
		Mask smooth = GaussianFilter.smooth(ball, ONE, 3, image, Progress.NONE);
		double radius = Math.cbrt(smooth.count() * 3 / (4 * Math.PI));
		assertEquals(20 - 9.0 / 20, radius, 0.1);
	}

	private static int square(int n) {
		return n * n;
	}

	@Test
	public void placesBeyondTheEndsAreMirrored() {
		int[] expected = {2, 1, 0, 0, 1, 2, 2, 1, 0, 0};
		for (int i = -3; i < 7; i++)
			assertEquals(expected[i + 3], RowFilter.mirrored(i, 3));
		assertEquals(0, RowFilter.mirrored(-100, 1));
	}

	@Test
	public void withoutAStandardDeviationNothingChanges() {
		float[] values = {1, 2, 3, 4, 5, 6};
		assertArrayEquals(values, GaussianFilter.of(values, new VolumeSize(3, 1, 2), ONE, 0, Progress.NONE), 0);
		assertTrue(GaussianFilter.smooth(Mask.empty(new VoxelBox(0, 0, 0, 5, 5, 5)), ONE, 2, new VoxelBox(0, 0, 0, 5, 5, 5),
				Progress.NONE).isEmpty());
	}

	@Test
	public void whatCannotBeIsRefused() {
		VolumeSize size = new VolumeSize(3, 3, 3);
		assertEquals("Smoothing was asked of 2 voxels in a volume of 27.", assertThrows(IllegalArgumentException.class,
				() -> GaussianFilter.of(new float[2], size, ONE, 1, Progress.NONE)).getMessage());
		assertEquals("The standard deviation of a Gaussian must be from 0 to 200.0 mm for these voxels but is 201.0 mm.",
				assertThrows(IllegalArgumentException.class,
						() -> GaussianFilter.of(new float[27], size, ONE, 201, Progress.NONE))
						.getMessage());
		assertThrows(CancelledException.class, () -> GaussianFilter.of(new float[27], size, ONE, 1, Masks.cancelledAt(3)));
	}
}
