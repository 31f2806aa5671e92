package org.annotomy.segmentation.levelset;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.annotomy.geometry.Position;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.FormulaVolume;
import org.annotomy.segmentation.filter.GradientMagnitude;
import org.annotomy.segmentation.volume.Masks;
import org.annotomy.segmentation.volume.VoxelOracle;
import org.annotomy.task.CancelledException;
import org.annotomy.task.Progress;
import org.junit.Test;

public class ActiveContourTest {

	private static final VoxelSpacing CUBES = new VoxelSpacing(1, 1, 1);

	/** A speed image that is the same everywhere. */
	private static SpeedField everywhere(VolumeSize size, float speed) {
		float[] values = new float[size.arrayLength()];
		Arrays.fill(values, speed);
		return new SpeedField() {
			@Override
			public float[] speed() {
				return values;
			}

			@Override
			public boolean isOfEdges() { return false; }
		};
	}

	private static float[] ball(VolumeSize size, VoxelSpacing spacing, double radiusMm) {
		Position centre = new Position((size.nx() - 1) / 2.0, (size.ny() - 1) / 2.0, (size.nz() - 1) / 2.0);
		return StartingShapes.balls(List.of(new StartBall(centre, radiusMm)), size.box(), spacing, Progress.NONE);
	}

	private static long count(byte[] inside) {
		long count = 0;
		for (byte voxel : inside)
			count += voxel;
		return count;
	}

	private static double radiusMm(byte[] inside, VoxelSpacing spacing) {
		return Math.cbrt(count(inside) * spacing.voxelVolumeMm3() * 3 / (4 * Math.PI));
	}

	private static double dice(byte[] a, byte[] b) {
		long both = 0;
		for (int i = 0; i < a.length; i++)
			both += a[i] & b[i];
		return 2.0 * both / (count(a) + count(b));
	}

	@Test
	public void aBallGrowsAndShrinksAtTheSpeedOfPropagation() {
		for (VoxelSpacing spacing : List.of(CUBES, new VoxelSpacing(0.8, 0.8, 2.5)))
			for (int sign : new int[]{1, -1}) {
				VolumeSize size = new VolumeSize((int) (42 / spacing.xMm()), (int) (42 / spacing.yMm()),
						(int) (42 / spacing.zMm()));
				SpeedField field = everywhere(size, sign);
				ContourWeights weights = new ContourWeights(1, 0, 0);
				double start = sign > 0 ? 8 : 16;
				int iterations = 16;
				double way = sign * iterations * ActiveContour.timeStep(field, weights, size, spacing);
				byte[] inside = ActiveContour.evolve(ball(size, spacing, start), field, weights, iterations, null, size, spacing,
						Progress.NONE).inside();
				// Differences of first order: curved fronts lag a little behind.
				assertEquals(start + way, radiusMm(inside, spacing), 0.07 * Math.abs(way));
			}
	}

	/** By its curvature alone a sphere shrinks by d(r²)/dt = -4 w, a circle by -2 w. */
	@Test
	public void aBallShrinksByItsCurvature() {
		for (VoxelSpacing spacing : List.of(CUBES, new VoxelSpacing(0.8, 0.8, 2.5)))
			for (int slices : new int[]{0, 1}) {
				int nz = slices == 1 ? 1 : (int) (36 / spacing.zMm());
				VolumeSize size = new VolumeSize((int) (36 / spacing.xMm()), (int) (36 / spacing.yMm()), nz);
				SpeedField field = everywhere(size, 0);
				ContourWeights weights = new ContourWeights(0, 1, 0);
				double time = ActiveContour.timeStep(field, weights, size, spacing);
				int iterations = (int) Math.round((slices == 1 ? 50 : 25) / time);
				byte[] inside = ActiveContour.evolve(ball(size, spacing, 14), field, weights, iterations, null, size, spacing,
						Progress.NONE).inside();
				double expected = Math.sqrt(14 * 14 - (slices == 1 ? 2 : 4) * iterations * time);
				double found = slices == 1
						? Math.sqrt(count(inside) * spacing.pixelAreaMm2() / Math.PI)
						: radiusMm(inside, spacing);
				assertEquals(expected, found, 0.035 * expected);
			}
	}

	@Test
	public void twoBallsThatMeetBecomeOne() {
		VolumeSize size = new VolumeSize(50, 30, 30);
		float[] start = StartingShapes.balls(
				StartBall.at(List.of(new Position(15, 15, 15), new Position(35, 15, 15)), List.of(7.0)), size.box(), CUBES,
				Progress.NONE);
		byte[] inside = ActiveContour.evolve(start, everywhere(size, 1), new ContourWeights(1, 0, 0), 12, null, size, CUBES,
				Progress.NONE).inside();
		assertEquals(1, inside[size.index(25, 15, 15)]);
		assertEquals(0, inside[size.index(25, 25, 15)]);
	}

	private static byte[] lesion(VolumeSize size, VoxelSpacing spacing) {
		return Masks.of(size.box(), (x, y, z) -> square((x - 30) * spacing.xMm()) / 196 + square((y - 28) * spacing.yMm()) / 100
				+ square((z - 14) * spacing.zMm()) / 144 < 1).voxels();
	}

	private static double square(double a) {
		return a * a;
	}

	private static float[] noisy(byte[] truth, double contrast, double noise) {
		Random random = new Random(20261127);
		float[] values = new float[truth.length];
		for (int i = 0; i < values.length; i++)
			values[i] = (float) (truth[i] * contrast + noise * random.nextGaussian());
		return values;
	}

	@Test
	public void aNoisyEllipsoidIsFoundByRangeRegionsAndEdges() {
		VolumeSize size = new VolumeSize(60, 56, 30);
		VoxelSpacing spacing = new VoxelSpacing(0.8, 0.8, 2);
		byte[] truth = lesion(size, spacing);
		float[] values = noisy(truth, 100, 40);
		float[] start = StartingShapes.balls(List.of(new StartBall(new Position(26, 28, 14), 4)), size.box(), spacing,
				Progress.NONE);
		ContourWeights weights = new ContourWeights(1, 0.5, 0);
		for (SpeedField field : List.of(SpeedFields.range(values, 50, Double.POSITIVE_INFINITY, 40, Progress.NONE),
				SpeedFields.regions(values))) {
			ActiveContour.Result result = ActiveContour.evolve(start, field, weights, 300, null, size, spacing, Progress.NONE);
			assertTrue("Dice " + dice(truth, result.inside()), dice(truth, result.inside()) > 0.97);
			assertTrue(result.atRest());
		}
		float[] slopes = GradientMagnitude.of(values, size, spacing, 1.2, Progress.NONE);
		SpeedField edges = SpeedFields.edges(slopes, 12, Progress.NONE);
		ActiveContour.Result result = ActiveContour.evolve(start, edges, new ContourWeights(1, 0.5, 3), 500, null, size, spacing,
				Progress.NONE);
		assertTrue("Dice " + dice(truth, result.inside()), dice(truth, result.inside()) > 0.93);
	}

	/** Their morphological snakes are other schemes for the same models: each is as near to the truth as to the other. */
	@Test
	public void contoursAreNearThoseOfScikitImageAndNearerToTheTruth() throws IOException {
		VolumeSize size = FormulaVolume.SIZE;
		byte[] truth = FormulaVolume.ballMask();
		float[] values = FormulaVolume.ballValues();
		float[] start = StartingShapes.balls(List.of(new StartBall(new Position(18, 14, 11), 4)), size.box(), CUBES,
				Progress.NONE);
		byte[] regions = ActiveContour.evolve(start, SpeedFields.regions(values), new ContourWeights(1, 0.5, 0), 300, null, size,
				CUBES, Progress.NONE).inside();
		byte[] theirs = VoxelOracle.bits(LevelSetOracle.read().string("regions", ""));
		assertTrue("Dice " + dice(theirs, regions), dice(theirs, regions) > 0.97);
		assertTrue(dice(truth, regions) + " " + dice(truth, theirs), dice(truth, regions) >= dice(truth, theirs));
		float[] slopes = GradientMagnitude.of(values, size, CUBES, 1.5, Progress.NONE);
		byte[] edges = ActiveContour
				.evolve(start, SpeedFields.edges(slopes, 8, Progress.NONE), new ContourWeights(1, 0.5, 3), 400,
						null, size, CUBES, Progress.NONE)
				.inside();
		theirs = VoxelOracle.bits(LevelSetOracle.read().string("edges", ""));
		assertTrue("Dice " + dice(theirs, edges), dice(theirs, edges) > 0.94);
		assertTrue(dice(truth, edges) + " " + dice(truth, theirs), dice(truth, edges) >= dice(truth, theirs));
	}

	@Test
	public void itStaysWhereItMayGo() {
		VolumeSize size = new VolumeSize(40, 40, 9);
		byte[] open = Masks.of(size.box(), (x, y, z) -> x < 20).voxels();
		byte[] inside = ActiveContour.evolve(ball(size, CUBES, 6), everywhere(size, 1), new ContourWeights(1, 0.1, 0), 200, open,
				size, CUBES, Progress.NONE).inside();
		assertArrayEquals(open, inside);
	}

	@Test
	public void anEmptyContourStaysEmptyAndAFullOneFull() {
		VolumeSize size = new VolumeSize(7, 5, 3);
		float[] all = new float[size.arrayLength()];
		Arrays.fill(all, -1);
		assertEquals(all.length, count(ActiveContour.evolve(all, everywhere(size, 1), new ContourWeights(1, 0, 0), 30, null, size,
				CUBES, Progress.NONE).inside()));
		Arrays.fill(all, 1);
		ActiveContour.Result result = ActiveContour.evolve(all, everywhere(size, 1), new ContourWeights(1, 0, 0), 30, null, size,
				CUBES, Progress.NONE);
		assertEquals(0, count(result.inside()));
		assertTrue(result.atRest());
	}

	@Test
	public void aCancelIsHeardAndNonsenseRefused() {
		VolumeSize size = new VolumeSize(20, 20, 20);
		SpeedField field = everywhere(size, 1);
		ContourWeights weights = new ContourWeights(1, 0, 0);
		assertThrows(CancelledException.class, () -> ActiveContour.evolve(ball(size, CUBES, 4), field, weights, 30, null, size,
				CUBES, Masks.cancelledAt(3)));
		assertThrows(IllegalArgumentException.class, () -> ActiveContour.evolve(new float[3], field, weights, 30, null, size,
				CUBES, Progress.NONE));
		assertThrows(IllegalArgumentException.class, () -> new ContourWeights(0, 0, 0));
		assertThrows(IllegalArgumentException.class, () -> new ContourWeights(1, -1, 0));
		assertThrows(IllegalArgumentException.class, () -> SpeedFields.range(new float[1], 3, 2, 1, Progress.NONE));
		assertThrows(IllegalArgumentException.class, () -> SpeedFields.edges(new float[1], 0, Progress.NONE));
		assertThrows(IllegalArgumentException.class,
				() -> StartingShapes.balls(List.of(), size.box(), CUBES, Progress.NONE));
	}
}
