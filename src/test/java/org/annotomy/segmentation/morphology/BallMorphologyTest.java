package org.annotomy.segmentation.morphology;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.Random;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.distance.DistanceTransform;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.segmentation.volume.Masks;
import org.annotomy.segmentation.volume.VoxelOracle;
import org.annotomy.task.CancelledException;
import org.annotomy.task.Progress;
import org.junit.Test;

public class BallMorphologyTest {

	private static final VoxelSpacing SPACING = new VoxelSpacing(0.7, 1.1, 2.5);
	private static final VoxelBox IMAGE = new VoxelBox(0, 0, 0, 17, 11, 6);

	@Test
	public void ballsAndEllipsoidsAreScipys() throws IOException {
		VoxelOracle oracle = VoxelOracle.read();
		VoxelBox image = oracle.size().box();
		Mask mask = new Mask(image, oracle.mask("mask"));
		for (String name : new String[]{"ball3", "ellipsoid"}) {
			double[] radii = oracle.json().object(name).require("radii").asArray().doubles();
			Ellipsoid ball = new Ellipsoid(radii[0], radii[1], radii[2]);
			VoxelSpacing mm = oracle.spacing();
			oracle.assertSame(name + " dilated", oracle.mask(name, "dilate"),
					BallMorphology.dilate(mask, ball, mm, image, Progress.NONE).on(image).voxels());
			oracle.assertSame(name + " eroded", oracle.mask(name, "erode"),
					BallMorphology.erode(mask, ball, mm, image, Progress.NONE).on(image).voxels());
			oracle.assertSame(name + " opened", oracle.mask(name, "open"),
					BallMorphology.open(mask, ball, mm, image, Progress.NONE).on(image).voxels());
			oracle.assertSame(name + " closed", oracle.mask(name, "close"),
					BallMorphology.close(mask, ball, mm, image, Progress.NONE).on(image).voxels());
		}
	}

	@Test
	public void dilationAndErosionAreThoseOfEveryVoxelsBall() {
		Random random = new Random(20261127);
		for (int round = 0; round < 40; round++) {
			Mask mask = new Mask(IMAGE, Masks.boxes(random, IMAGE.size(), round % 4));
			Ellipsoid ball = new Ellipsoid(random.nextInt(4), random.nextDouble() * 3, random.nextInt(2) * 5);
			assertArrayEquals(reached(mask, ball).voxels(),
					BallMorphology.dilate(mask, ball, SPACING, IMAGE, Progress.NONE).on(IMAGE).voxels());
			Mask rest = MaskLogic.invert(mask, IMAGE);
			assertArrayEquals(MaskLogic.invert(reached(rest, ball), IMAGE).voxels(),
					BallMorphology.erode(mask, ball, SPACING, IMAGE, Progress.NONE).on(IMAGE).voxels());
		}
	}

	@Test
	public void boxesThatAreCutIntoSlabsGiveWhatTheyGiveAsAWhole() {
		VoxelBox image = new VoxelBox(0, 0, 0, 120, 100, 97);
		Random random = new Random(20261128);
		byte[] voxels = new byte[image.size().arrayLength()];
		for (int i = 0; i < voxels.length; i++)
			voxels[i] = (byte) (random.nextInt(60) == 0 ? 1 : 0);
		Mask sparse = new Mask(image, voxels);
		Mask dense = MaskLogic.invert(sparse, image);
		for (double zMm : new double[]{0, 6, 27}) {
			Ellipsoid ball = new Ellipsoid(2, 2.5, zMm);
			float[] squared = DistanceTransform.outsideSquaredMm2(voxels, image.size(), ball.scaled(SPACING), Progress.NONE);
			byte[] near = new byte[voxels.length];
			for (int i = 0; i < near.length; i++)
				near[i] = (byte) (squared[i] <= Ellipsoid.EDGE ? 1 : 0);
			assertArrayEquals(near, BallMorphology.dilate(sparse, ball, SPACING, image, Progress.NONE).on(image).voxels());
			assertArrayEquals(MaskLogic.invert(new Mask(image, near), image).voxels(),
					BallMorphology.erode(dense, ball, SPACING, image, Progress.NONE).on(image).voxels());
		}
	}

	private static Mask reached(Mask mask, Ellipsoid ball) {
		return Masks.of(IMAGE, (x, y, z) -> {
			for (int k = 0; k < IMAGE.nz(); k++)
				for (int j = 0; j < IMAGE.ny(); j++)
					for (int i = 0; i < IMAGE.nx(); i++)
						if (mask.contains(i, j, k) && in(ball, x - i, y - j, z - k)) return true;
			return false;
		});
	}

	private static boolean in(Ellipsoid ball, int dx, int dy, int dz) {
		return square(dx * SPACING.xMm(), ball.xMm()) + square(dy * SPACING.yMm(), ball.yMm())
				+ square(dz * SPACING.zMm(), ball.zMm()) <= 1 + 1e-9;
	}

	private static double square(double mm, double axisMm) {
		if (mm == 0) return 0;
		return axisMm == 0 ? Double.POSITIVE_INFINITY : mm / axisMm * (mm / axisMm);
	}

	@Test
	public void openingAndClosingTwiceChangesNothingMore() {
		Random random = new Random(5);
		Ellipsoid ball = Ellipsoid.ball(2.5);
		for (int round = 0; round < 20; round++) {
			Mask mask = new Mask(IMAGE, Masks.boxes(random, IMAGE.size(), 4));
			Mask open = BallMorphology.open(mask, ball, SPACING, IMAGE, Progress.NONE);
			Mask closed = BallMorphology.close(mask, ball, SPACING, IMAGE, Progress.NONE);
			assertTrue(MaskLogic.subtract(open, mask).isEmpty());
			assertTrue(MaskLogic.subtract(mask, closed).isEmpty());
			assertArrayEquals(open.on(IMAGE).voxels(),
					BallMorphology.open(open, ball, SPACING, IMAGE, Progress.NONE).on(IMAGE).voxels());
			assertArrayEquals(closed.on(IMAGE).voxels(),
					BallMorphology.close(closed, ball, SPACING, IMAGE, Progress.NONE).on(IMAGE).voxels());
		}
	}

	@Test
	public void oneVoxelBecomesABallOfTheRightVolume() {
		VoxelBox image = new VoxelBox(-40, -40, -40, 81, 81, 81);
		Mask point = new Mask(new VoxelBox(0, 0, 0, 1, 1, 1), new byte[]{1});
		Mask ball = BallMorphology.dilate(point, Ellipsoid.ball(12), new VoxelSpacing(0.5, 0.5, 1), image, Progress.NONE);
		assertEquals(4.0 / 3 * Math.PI * 12 * 12 * 12, ball.count() * 0.25, 30);
		assertEquals(new VoxelBox(-24, -24, -12, 49, 49, 25), ball.bounds());
	}

	@Test
	public void aMarginSaysWhatTheVoxelsAllow() {
		Ellipsoid three = Ellipsoid.ball(3);
		assertEquals(4, three.voxelsX(SPACING));
		assertEquals(2, three.voxelsY(SPACING));
		assertEquals(1, three.voxelsZ(SPACING));
		assertEquals(2.8, three.achievable(SPACING).xMm(), 1e-12);
		assertEquals(2.5, three.achievable(SPACING).zMm(), 1e-12);
		assertEquals(5, Ellipsoid.ball(3.5).voxelsX(SPACING));
		assertTrue(Ellipsoid.ball(0.6).isSingle(SPACING));
	}

	@Test
	public void anEmptyMaskStaysEmpty() {
		Mask nothing = Mask.empty(IMAGE);
		assertTrue(BallMorphology.dilate(nothing, Ellipsoid.ball(3), SPACING, IMAGE, Progress.NONE).isEmpty());
		assertTrue(BallMorphology.close(nothing, Ellipsoid.ball(3), SPACING, IMAGE, Progress.NONE).isEmpty());
		Mask all = Mask.full(IMAGE);
		assertArrayEquals(all.voxels(), BallMorphology.erode(all, Ellipsoid.ball(30), SPACING, IMAGE, Progress.NONE).voxels());
	}

	@Test
	public void aShellLiesWhereItIsAskedFor() {
		VoxelBox image = new VolumeSize(40, 40, 40).box();
		VoxelSpacing one = new VoxelSpacing(1, 1, 1);
		Mask cube = Masks.of(image, (x, y, z) -> x >= 10 && x < 30 && y >= 10 && y < 30 && z >= 10 && z < 30);
		Mask inside = BallMorphology.hollow(cube, 3, ShellPlace.OUTSIDE_SURFACE, one, image, Progress.NONE);
		assertEquals(20 * 20 * 20 - 14 * 14 * 14, inside.count());
		assertTrue(inside.contains(12, 20, 20) && !inside.contains(13, 20, 20) && !inside.contains(9, 20, 20));
		Mask outside = BallMorphology.hollow(cube, 3, ShellPlace.INSIDE_SURFACE, one, image, Progress.NONE);
		assertTrue(outside.contains(9, 20, 20) && outside.contains(7, 20, 20) && !outside.contains(6, 20, 20));
		assertTrue(MaskLogic.intersect(outside, cube).isEmpty());
		Mask medial = BallMorphology.hollow(cube, 4, ShellPlace.MEDIAL_SURFACE, one, image, Progress.NONE);
		assertTrue(medial.contains(8, 20, 20) && medial.contains(11, 20, 20) && !medial.contains(12, 20, 20)
				&& !medial.contains(7, 20, 20));
	}

	@Test
	public void whatCannotBeIsRefused() {
		Mask mask = Mask.full(IMAGE);
		assertEquals("A margin or radius must be 0 mm or more but is -1.0.",
				assertThrows(IllegalArgumentException.class, () -> Ellipsoid.ball(-1)).getMessage());
		assertEquals("A shell of 0.5 mm is thinner than the voxels. Make it thicker.",
				assertThrows(IllegalArgumentException.class,
						() -> BallMorphology.hollow(mask, 0.5, ShellPlace.INSIDE_SURFACE, SPACING, IMAGE, Progress.NONE))
						.getMessage());
		assertThrows(CancelledException.class,
				() -> BallMorphology.dilate(mask, Ellipsoid.ball(3), SPACING, IMAGE, Masks.cancelledAt(0)));
	}
}
