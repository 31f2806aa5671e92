package org.annotomy.segmentation.component;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Random;
import java.util.function.IntPredicate;

import org.annotomy.geometry.Axis;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;
import org.junit.Test;

public class RegionGrowingTest {

	private static final VoxelSpacing SPACING = new VoxelSpacing(0.7, 0.9, 2.5);

	private final Random random = new Random(7);

	@Test
	public void theRegionIsWhatSeedsReachVoxelByVoxel() {
		for (VolumeSize size : ConnectedComponentsTest.SIZES)
			for (Connectivity connectivity : Connectivity.values()) {
				float[] values = values(size);
				short[] shorts = shorts(values);
				int[] seeds = seeds(size, 3);
				byte[] expected = twin(size, seeds, connectivity, i -> values[i] >= 30 && values[i] <= 75);
				RegionGrowing growing = RegionGrowing.from(seeds, size, connectivity);
				assertArrayEquals(expected, growing.connectedThreshold(values, 30, 75, Progress.NONE));
				assertArrayEquals(expected, growing.connectedThreshold(shorts, 29.5, 75.5, Progress.NONE));
				Mask open = new Mask(new VoxelBox(5, 6, 7, size.nx(), size.ny(), size.nz()), new byte[values.length]);
				for (int i = 0; i < values.length; i++)
					open.voxels()[i] = (byte) (values[i] >= 30 && values[i] <= 75 ? 1 : 0);
				assertArrayEquals(expected, growing.through(open, Progress.NONE).voxels());
			}
	}

	@Test
	public void floodsTakeTheValueOfTheSeed() {
		VolumeSize size = new VolumeSize(21, 17, 9);
		float[] values = values(size);
		int[] seed = seeds(size, 1);
		byte[] expected = twin(size, seed, Connectivity.CORNERS, i -> Math.abs(values[i] - values[seed[0]]) <= 20);
		RegionGrowing growing = RegionGrowing.from(seed, size, Connectivity.CORNERS);
		assertArrayEquals(expected, growing.flood(values, 20, Progress.NONE));
		assertArrayEquals(expected, growing.flood(shorts(values), 20, Progress.NONE));
		assertArrayEquals(new byte[values.length],
				RegionGrowing.from(new int[0], size, Connectivity.FACES).flood(values, 20, Progress.NONE));
	}

	@Test
	public void theRegionStaysInTheSlicesOfItsSeeds() {
		VolumeSize size = new VolumeSize(15, 13, 11);
		float[] values = values(size);
		for (Axis across : Axis.values()) {
			int[] seeds = seeds(size, 2);
			byte[] expected = twin(size, seeds, Connectivity.FACES, i -> values[i] >= 20 && inSlices(size, across, seeds, i));
			assertArrayEquals(expected, RegionGrowing.from(seeds, size, Connectivity.FACES).inSlices(across)
					.connectedThreshold(values, 20, Double.POSITIVE_INFINITY, Progress.NONE));
		}
	}

	@Test
	public void theRegionStaysWithinItsRadius() {
		VolumeSize size = new VolumeSize(25, 23, 11);
		float[] values = values(size);
		for (double radius : new double[]{0.5, 3, 5.5, 100}) {
			int[] seeds = seeds(size, 2);
			byte[] expected = twin(size, seeds, Connectivity.CORNERS,
					i -> values[i] >= 10 && (near(size, i, seeds[0], radius) || near(size, i, seeds[1], radius)));
			assertArrayEquals("" + radius, expected, RegionGrowing.from(seeds, size, Connectivity.CORNERS)
					.within(radius, SPACING).connectedThreshold(values, 10, 1000, Progress.NONE));
		}
		assertThrows(IllegalArgumentException.class,
				() -> RegionGrowing.from(new int[0], size, Connectivity.FACES).within(0, SPACING));
	}

	@Test
	public void neighbourhoodsAreWhollyInRange() {
		VolumeSize size = new VolumeSize(70, 13, 9);
		float[] values = values(size);
		for (int[] radius : new int[][]{{0, 0, 0}, {1, 0, 1}, {1, 1, 1}, {2, 1, 0}}) {
			int[] seeds = seeds(size, 60);
			byte[] expected = twin(size, seeds, Connectivity.FACES, i -> wholeBoxAbove(values, size, i, radius, 8));
			byte[] region = RegionGrowing.from(seeds, size, Connectivity.FACES)
					.neighbourhoodConnected(values, 8, 1000, radius, Progress.NONE);
			assertArrayEquals(expected, region);
			assertTrue(new Mask(size.box(), region).count() > 0);
		}
	}

	/** A ball of 100 ± 5 in a background of 0 ± 5: the confidence region is the ball, whatever the noise. */
	@Test
	public void confidenceFindsABallInNoise() {
		VolumeSize size = new VolumeSize(40, 40, 40);
		float[] values = new float[size.arrayLength()];
		byte[] ball = new byte[values.length];
		for (int i = 0; i < values.length; i++) {
			boolean inside = near(size, i, size.index(20, 20, 20), new VoxelSpacing(1, 1, 1), 10);
			ball[i] = (byte) (inside ? 1 : 0);
			values[i] = (float) (random.nextDouble() * 10 - 5 + (inside ? 100 : 0));
		}
		byte[] region = RegionGrowing.from(new int[]{size.index(20, 20, 20)}, size, Connectivity.FACES)
				.confidenceConnected(values, 2.5, 3, 2, Progress.NONE);
		assertArrayEquals(ball, region);
	}

	/** ITK's steps one by one: statistics, range, region; again from the region. */
	@Test
	public void confidenceTakesItsStatisticsFromTheRegion() {
		VolumeSize size = new VolumeSize(19, 17, 13);
		float[] values = values(size);
		int[] seeds = {size.index(0, 8, 6), size.index(12, 3, 12)};
		for (int iterations = 0; iterations < 4; iterations++) {
			byte[] part = new byte[values.length];
			for (int seed : seeds)
				for (int i = 0; i < part.length; i++)
					if (inBox(size, seed, i, 2)) part[i]++;
			for (int i = 0; i <= iterations; i++) {
				double[] range = confidence(values, part, seeds, 0.9);
				part = twin(size, seeds, Connectivity.FACES, at -> values[at] >= range[0] && values[at] <= range[1]);
			}
			assertArrayEquals(part, RegionGrowing.from(seeds, size, Connectivity.FACES)
					.confidenceConnected(values, 0.9, iterations, 2, Progress.NONE));
		}
	}

	private static boolean inBox(VolumeSize size, int one, int other, int radius) {
		return Math.abs(one % size.nx() - other % size.nx()) <= radius
				&& Math.abs(one / size.nx() % size.ny() - other / size.nx() % size.ny()) <= radius
				&& Math.abs(one / size.nx() / size.ny() - other / size.nx() / size.ny()) <= radius;
	}

	/** @param times how often each value counts */
	private static double[] confidence(float[] values, byte[] times, int[] seeds, double multiplier) {
		double count = 0;
		double sum = 0;
		for (int i = 0; i < values.length; i++) {
			count += times[i];
			sum += times[i] * values[i];
		}
		double squares = 0;
		for (int i = 0; i < values.length; i++)
			squares += times[i] * Math.pow(values[i] - sum / count, 2);
		double over = multiplier * Math.sqrt(squares / (count - 1));
		double low = Math.min(sum / count - over, Math.min(values[seeds[0]], values[seeds[1]]));
		return new double[]{low, Math.max(sum / count + over, Math.max(values[seeds[0]], values[seeds[1]]))};
	}

	@Test
	public void seedsOutsideAreRefusedAndThoseOutOfRangeBeginNothing() {
		VolumeSize size = new VolumeSize(4, 4, 4);
		assertThrows(IllegalArgumentException.class, () -> RegionGrowing.from(new int[]{64}, size, Connectivity.FACES));
		assertThrows(IllegalArgumentException.class, () -> RegionGrowing.from(new int[]{-1}, size, Connectivity.FACES));
		assertArrayEquals(new byte[64], RegionGrowing.connectedThreshold(new short[64], size, new int[]{5}, 1, 2,
				Connectivity.FACES, Progress.NONE));
		assertEquals(64, count(RegionGrowing.connectedThreshold(new short[64], size, new int[]{5}, Double.NEGATIVE_INFINITY,
				Double.POSITIVE_INFINITY, Connectivity.FACES, Progress.NONE)));
		assertEquals(0, count(RegionGrowing.connectedThreshold(new short[64], size, new int[]{5}, Double.NaN, 5,
				Connectivity.FACES, Progress.NONE)));
		assertThrows(IllegalArgumentException.class,
				() -> RegionGrowing.connectedThreshold(new short[63], size, new int[]{5}, 1, 2,
						Connectivity.FACES, Progress.NONE));
	}

	private float[] values(VolumeSize size) {
		float[] values = new float[size.arrayLength()];
		for (int i = 0; i < values.length; i++)
			values[i] = random.nextInt(100);
		return values;
	}

	private int[] seeds(VolumeSize size, int count) {
		return random.ints(count, 0, size.arrayLength()).toArray();
	}

	private static short[] shorts(float[] values) {
		short[] shorts = new short[values.length];
		for (int i = 0; i < shorts.length; i++)
			shorts[i] = (short) values[i];
		return shorts;
	}

	private static byte[] twin(VolumeSize size, int[] seeds, Connectivity connectivity, IntPredicate open) {
		int[] labels = ComponentTwin.labels(size, open, (a, b) -> 1, connectivity.neighbours());
		byte[] region = new byte[labels.length];
		for (int seed : seeds)
			for (int i = 0; i < region.length; i++)
				if (labels[seed] != 0 && labels[i] == labels[seed]) region[i] = 1;
		return region;
	}

	private static boolean inSlices(VolumeSize size, Axis across, int[] seeds, int at) {
		for (int seed : seeds)
			if (slice(size, across, seed) == slice(size, across, at)) return true;
		return false;
	}

	private static int slice(VolumeSize size, Axis across, int at) {
		return across.slice(at % size.nx(), at / size.nx() % size.ny(), at / size.nx() / size.ny());
	}

	private static boolean near(VolumeSize size, int one, int other, double radius) {
		return near(size, one, other, SPACING, radius);
	}

	private static boolean near(VolumeSize size, int one, int other, VoxelSpacing spacing, double radius) {
		double dx = (one % size.nx() - other % size.nx()) * spacing.xMm();
		double dy = (one / size.nx() % size.ny() - other / size.nx() % size.ny()) * spacing.yMm();
		double dz = (one / size.nx() / size.ny() - other / size.nx() / size.ny()) * spacing.zMm();
		return dx * dx + dy * dy + dz * dz <= radius * radius;
	}

	private static boolean wholeBoxAbove(float[] values, VolumeSize size, int at, int[] radius, double low) {
		for (int dz = -radius[2]; dz <= radius[2]; dz++)
			for (int dy = -radius[1]; dy <= radius[1]; dy++)
				for (int dx = -radius[0]; dx <= radius[0]; dx++) {
					int x = at % size.nx() + dx;
					int y = at / size.nx() % size.ny() + dy;
					int z = at / size.nx() / size.ny() + dz;
					if (size.contains(x, y, z) && values[size.index(x, y, z)] < low) return false;
				}
		return true;
	}

	private static long count(byte[] mask) {
		return new Mask(new VoxelBox(0, 0, 0, mask.length, 1, 1), mask).count();
	}
}
