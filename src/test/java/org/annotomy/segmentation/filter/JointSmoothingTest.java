package org.annotomy.segmentation.filter;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.segmentation.volume.Masks;
import org.annotomy.task.CancelledException;
import org.annotomy.task.Progress;
import org.junit.Test;

public class JointSmoothingTest {

	private static final VoxelSpacing ONE = new VoxelSpacing(1, 1, 1);
	private static final VoxelSpacing FLAT = new VoxelSpacing(0.8, 1, 2);
	private static final VoxelBox IMAGE = new VolumeSize(60, 60, 60).box();

	@Test
	public void aBallShrinksLessThanByAGaussian() {
		Mask ball = Masks.of(IMAGE, (x, y, z) -> square(x - 30) + square(y - 30) + square(z - 30) <= 20 * 20);
		Mask joint = JointSmoothing.of(List.of(ball), ONE, 3, IMAGE, Progress.NONE).get(0);
		Mask gauss = GaussianFilter.smooth(ball, ONE, 3, IMAGE, Progress.NONE);
		assertEquals(20 - 0.45 * 9 / 20, radius(joint), 0.08);
		assertEquals(20 - 9 / 20.0, radius(gauss), 0.08);
	}

	private static double radius(Mask ball) {
		return Math.cbrt(ball.count() * 3 / (4 * Math.PI));
	}

	/** A ball of three sectors: nobody gains or loses on the inside, there are no gaps. */
	@Test
	public void bordersThatAreSharedStayShared() {
		List<Mask> sectors = new ArrayList<>();
		for (int sector = 0; sector < 3; sector++) {
			int own = sector;
			sectors.add(Masks.of(IMAGE, (x, y, z) -> square(x - 30) + square(y - 30) + square(z - 30) <= 20 * 20
					&& sector(x, y) == own));
		}
		List<Mask> smooth = JointSmoothing.of(sectors, ONE, 2, IMAGE, Progress.NONE);
		for (int i = 0; i < 3; i++)
			assertEquals(1, smooth.get(i).count() / (double) sectors.get(i).count(), 0.02);
		for (int z = 14; z < 46; z++)
			for (int y = 0; y < 60; y++)
				for (int x = 0; x < 60; x++) {
					int in = owners(smooth, x, y, z);
					assertTrue(in <= 1);
					if (square(x - 30) + square(y - 30) + square(z - 30) <= 16 * 16) assertEquals(1, in);
				}
	}

	private static int sector(int x, int y) {
		return (int) Math.floor((Math.atan2(y - 30.3, x - 30.3) + Math.PI) / (2 * Math.PI / 3)) % 3;
	}

	@Test
	public void noiseOnASharedBorderGoes() {
		Random random = new Random(20261127);
		int[] bumps = random.ints(60 * 60, 0, 3).toArray();
		Mask left = Masks.of(IMAGE, (x, y, z) -> x >= 10 && x < 29 + bumps[y * 60 + z]);
		Mask right = Masks.of(IMAGE, (x, y, z) -> x < 50 && x >= 29 + bumps[y * 60 + z]);
		List<Mask> smooth = JointSmoothing.of(List.of(left, right), ONE, 2, IMAGE, Progress.NONE);
		assertTrue(roughness(smooth.get(0)) * 5 < roughness(left));
		Mask both = Masks.of(IMAGE, (x, y, z) -> owners(smooth, x, y, z) == 1);
		assertEquals(Masks.of(IMAGE, (x, y, z) -> x >= 10 && x < 50).count(), both.count());
	}

	/** How many neighbours along y end at another x. */
	private static int roughness(Mask mask) {
		int rough = 0;
		for (int z = 0; z < 60; z++)
			for (int y = 1; y < 60; y++)
				for (int x = 25; x < 35; x++)
					if (mask.contains(x, y, z) != mask.contains(x, y - 1, z)) rough++;
		return rough;
	}

	/** Cropping and bookkeeping against the same formula on the whole image. */
	@Test
	public void everyVoxelGoesToWhoHasMostOfIt() {
		Random random = new Random(3);
		VoxelBox image = new VolumeSize(23, 17, 12).box();
		for (int round = 0; round < 10; round++) {
			List<Mask> segments = new ArrayList<>();
			float[][] kept = new float[3][];
			for (int i = 0; i < 3; i++) {
				segments.add(new Mask(image, Masks.boxes(random, image.size(), round % 3)));
				kept[i] = GaussianFilter.of(segments.get(i).voxels(), image.size(), FLAT, 1.1, Progress.NONE);
				float[] twice = GaussianFilter.of(segments.get(i).voxels(), image.size(), FLAT, 1.1 * Math.sqrt(2),
						Progress.NONE);
				for (int v = 0; v < twice.length; v++)
					kept[i][v] = 2 * kept[i][v] - twice[v];
			}
			List<Mask> smooth = JointSmoothing.of(segments, FLAT, 1.1, image, Progress.NONE);
			for (int v = 0; v < kept[0].length; v++) {
				double rest = 1.0 - kept[0][v] - kept[1][v] - kept[2][v];
				double most = Math.max(kept[0][v], Math.max(kept[1][v], kept[2][v]));
				if (Math.abs(most - rest) < 1e-5) continue;
				int at = v;
				for (int i = 0; i < 3; i++) {
					boolean in = smooth.get(i).contains(at % 23, at / 23 % 17, at / 23 / 17);
					assertTrue(!in || kept[i][v] == most && most > rest);
				}
				assertEquals(most > rest ? 1 : 0, owners(smooth, at % 23, at / 23 % 17, at / 23 / 17));
			}
		}
	}

	@Test
	public void nothingGivenIsChangedAndNothingIsMadeOfNothing() {
		Mask mask = Masks.of(IMAGE, (x, y, z) -> x < 3 && y < 30);
		byte[] before = mask.voxels().clone();
		assertTrue(JointSmoothing.of(List.of(), ONE, 2, IMAGE, Progress.NONE).isEmpty());
		assertTrue(JointSmoothing.of(List.of(mask, Mask.empty(IMAGE)), ONE, 2, IMAGE, Progress.NONE).get(1).isEmpty());
		assertArrayEquals(before, mask.voxels());
		assertThrows(CancelledException.class, () -> JointSmoothing.of(List.of(mask), ONE, 2, IMAGE, Masks.cancelledAt(2)));
		assertThrows(IllegalArgumentException.class, () -> JointSmoothing.of(List.of(mask), ONE, -1, IMAGE, Progress.NONE));
	}

	private static int owners(List<Mask> masks, int x, int y, int z) {
		int in = 0;
		for (Mask mask : masks)
			if (mask.contains(x, y, z)) in++;
		return in;
	}

	private static int square(int n) {
		return n * n;
	}
}
