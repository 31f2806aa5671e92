package org.annotomy.segmentation.distance;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.volume.Masks;
import org.annotomy.segmentation.volume.VoxelOracle;
import org.annotomy.task.CancelledException;
import org.annotomy.task.Progress;
import org.junit.Test;

public class DistanceTransformTest {

	private static final VoxelSpacing SPACING = new VoxelSpacing(0.7, 1.1, 2.5);
	private static final double ROUNDING = 1e-5;

	@Test
	public void distancesAreScipys() throws IOException {
		VoxelOracle oracle = VoxelOracle.read();
		byte[] mask = oracle.mask("mask");
		VolumeSize size = oracle.size();
		oracle.assertNear("inside", DistanceTransform.insideMm(mask, size, oracle.spacing(), Progress.NONE), ROUNDING);
		oracle.assertNear("outside", DistanceTransform.outsideMm(mask, size, oracle.spacing(), Progress.NONE), ROUNDING);
		int[] labels = Arrays.stream(oracle.numbers("labels")).mapToInt(v -> (int) v).toArray();
		oracle.assertNear("label_distances", DistanceTransform.labelsMm(labels, size, oracle.spacing(), Progress.NONE), ROUNDING);
	}

	@Test
	public void labelsAreMeasuredAsByComparingAllVoxels() {
		Random random = new Random(20261127);
		for (VolumeSize size : new VolumeSize[]{new VolumeSize(37, 9, 5), new VolumeSize(1, 31, 7), new VolumeSize(5, 1, 29),
				new VolumeSize(33, 3, 1), new VolumeSize(1, 1, 1), new VolumeSize(11, 13, 7)})
			for (int boxes = 0; boxes < 6; boxes++) {
				int[] labels = Masks.boxLabels(random, size, boxes);
				float[] expected = bruteForce(labels, size);
				assertNear(expected, DistanceTransform.labelsSquaredMm2(labels, size, SPACING, Progress.NONE));
				for (int i = 0; i < labels.length; i++)
					labels[i] = labels[i] == 0 ? 0 : Integer.MAX_VALUE - labels[i];
				assertNear(expected, DistanceTransform.labelsSquaredMm2(labels, size, SPACING, Progress.NONE));
			}
	}

	@Test
	public void masksAreMeasuredAsByComparingAllVoxels() {
		Random random = new Random(7);
		VolumeSize size = new VolumeSize(67, 9, 6);
		for (int boxes = 0; boxes < 8; boxes++) {
			byte[] mask = Masks.boxes(random, size, boxes);
			int[] in = new int[mask.length];
			int[] out = new int[mask.length];
			for (int i = 0; i < mask.length; i++) {
				in[i] = mask[i];
				out[i] = 1 - mask[i];
			}
			float[] inside = bruteForce(in, size);
			float[] outside = bruteForce(out, size);
			assertNear(inside, DistanceTransform.insideSquaredMm2(mask, size, SPACING, Progress.NONE));
			assertNear(outside, DistanceTransform.outsideSquaredMm2(mask, size, SPACING, Progress.NONE));
			float[] signed = DistanceTransform.signedMm(mask, size, SPACING, Progress.NONE);
			for (int i = 0; i < mask.length; i++)
				signed[i] = mask[i] != 0 ? signed[i] * -signed[i] : signed[i] * signed[i];
			for (int i = 0; i < mask.length; i++)
				outside[i] = mask[i] != 0 ? -inside[i] : outside[i];
			assertNear(outside, signed);
		}
	}

	/** Long lines with far seeds go another way than short ones. */
	@Test
	public void farSeedsAreFoundExactly() {
		Random random = new Random(3);
		VolumeSize size = new VolumeSize(61, 64, 1);
		for (int seeds = 1; seeds < 12; seeds += 2) {
			int[] labels = new int[size.arrayLength()];
			Arrays.fill(labels, 1);
			for (int i = 0; i < seeds; i++)
				labels[random.nextInt(labels.length)] = 0;
			assertNear(bruteForce(labels, size), DistanceTransform.labelsSquaredMm2(labels, size, SPACING, Progress.NONE));
		}
	}

	@Test
	public void theCentreOfABallLiesItsRadiusDeep() {
		VolumeSize size = new VolumeSize(81, 81, 41);
		byte[] mask = new byte[size.arrayLength()];
		for (int i = 0; i < mask.length; i++) {
			double x = (i % 81 - 40) * 0.5;
			double y = (i / 81 % 81 - 40) * 0.5;
			double z = i / (81 * 81) - 20;
			mask[i] = (byte) (x * x + y * y + z * z <= 15 * 15 ? 1 : 0);
		}
		float[] inside = DistanceTransform.insideMm(mask, size, new VoxelSpacing(0.5, 0.5, 1), Progress.NONE);
		assertEquals(15.2, inside[size.index(40, 40, 20)], 0.3);
		float[] signed = DistanceTransform.signedMm(mask, size, new VoxelSpacing(0.5, 0.5, 1), Progress.NONE);
		assertEquals(-inside[size.index(40, 40, 20)], signed[size.index(40, 40, 20)], 0);
		assertEquals(Math.sqrt(800 + 400) - 15, signed[0], 0.3);
	}

	@Test
	public void withoutAnotherKindOfVoxelNothingIsNear() {
		VolumeSize size = new VolumeSize(40, 30, 20);
		byte[] full = new byte[size.arrayLength()];
		Arrays.fill(full, (byte) 1);
		for (float far : DistanceTransform.insideMm(full, size, SPACING, Progress.NONE))
			assertEquals(Float.POSITIVE_INFINITY, far, 0);
		for (float none : DistanceTransform.insideMm(new byte[full.length], size, SPACING, Progress.NONE))
			assertEquals(0, none, 0);
		for (float far : DistanceTransform.outsideMm(new byte[full.length], size, SPACING, Progress.NONE))
			assertEquals(Float.POSITIVE_INFINITY, far, 0);
		assertEquals(Float.NEGATIVE_INFINITY, DistanceTransform.signedMm(full, size, SPACING, Progress.NONE)[5], 0);
		assertEquals(0, DistanceTransform.insideMm(new byte[0], new VolumeSize(0, 3, 4), SPACING, Progress.NONE).length);
	}

	/** Squares of such distances are beyond an int. */
	@Test
	public void longLinesDoNotOverflow() {
		VolumeSize size = new VolumeSize(100_003, 1, 2);
		byte[] mask = new byte[size.arrayLength()];
		Arrays.fill(mask, (byte) 1);
		mask[0] = 0;
		float[] inside = DistanceTransform.insideMm(mask, size, new VoxelSpacing(3, 1, 4), Progress.NONE);
		assertEquals(300_006, inside[100_002], 0.1);
		assertEquals(Math.hypot(300_006, 4), inside[200_005], 0.1);
	}

	@Test
	public void shortLabelsAreUnsigned() {
		VolumeSize size = new VolumeSize(5, 1, 1);
		float[] distances = DistanceTransform.labelsMm(new short[]{-1, -1, -1, 0, 7}, size, SPACING, Progress.NONE);
		assertArrayEquals(new float[]{2.1f, 1.4f, 0.7f, 0, 0.7f}, distances, 1e-6f);
	}

	@Test
	public void aWrongLengthIsRefusedAndACancelHeard() {
		VolumeSize size = new VolumeSize(64, 64, 64);
		assertEquals("Distances were asked of 3 voxels in a volume of 262144.", assertThrows(IllegalArgumentException.class,
				() -> DistanceTransform.insideMm(new byte[3], size, SPACING, Progress.NONE)).getMessage());
		byte[] mask = new byte[size.arrayLength()];
		for (int asked = 0; asked < 12; asked += 5) {
			Progress progress = Masks.cancelledAt(asked);
			assertThrows(CancelledException.class, () -> DistanceTransform.insideMm(mask, size, SPACING, progress));
		}
	}

	private static float[] bruteForce(int[] labels, VolumeSize size) {
		float[] distances = new float[labels.length];
		for (int i = 0; i < labels.length; i++) {
			double best = labels[i] == 0 ? 0 : Double.POSITIVE_INFINITY;
			for (int j = 0; j < labels.length && labels[i] != 0; j++)
				if (labels[j] != labels[i]) best = Math.min(best, squaredMm2(i, j, size));
			distances[i] = (float) best;
		}
		return distances;
	}

	private static double squaredMm2(int i, int j, VolumeSize size) {
		double dx = (i % size.nx() - j % size.nx()) * SPACING.xMm();
		double dy = (i / size.nx() % size.ny() - j / size.nx() % size.ny()) * SPACING.yMm();
		double dz = (i / size.nx() / size.ny() - j / size.nx() / size.ny()) * SPACING.zMm();
		return dx * dx + dy * dy + dz * dz;
	}

	private static void assertNear(float[] expected, float[] actual) {
		assertEquals(expected.length, actual.length);
		for (int i = 0; i < expected.length; i++)
			assertTrue("voxel " + i + ": " + expected[i] + " but " + actual[i],
					expected[i] == actual[i] || Math.abs(expected[i] - actual[i]) <= ROUNDING * Math.abs(expected[i]));
	}
}
