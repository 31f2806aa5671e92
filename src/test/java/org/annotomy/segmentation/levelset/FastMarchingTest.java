package org.annotomy.segmentation.levelset;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.FormulaVolume;
import org.annotomy.segmentation.levelset.FastMarching.Stop;
import org.annotomy.segmentation.volume.Masks;
import org.annotomy.task.CancelledException;
import org.annotomy.task.Progress;
import org.junit.Test;

public class FastMarchingTest {

	private static final VoxelSpacing SPACING = new VoxelSpacing(1, 0.8, 2.5);

	private static float[] everywhere(VolumeSize size, float speed) {
		float[] speeds = new float[size.arrayLength()];
		Arrays.fill(speeds, speed);
		return speeds;
	}

	/** Differences of first order: along the axes exact, elsewhere a little late. */
	@Test
	public void atConstantSpeedTimesAreDistances() {
		for (double fine : new double[]{1, 0.5}) {
			VoxelSpacing spacing = new VoxelSpacing(fine, 0.8 * fine, 2 * fine);
			VolumeSize size = new VolumeSize((int) (41 / fine), (int) (41 / fine), (int) (21 / fine));
			byte[] seeds = new byte[size.arrayLength()];
			int c = size.index(0, 0, 0);
			seeds[c] = 1;
			float[] times = FastMarching.times(everywhere(size, 2), seeds, size, spacing, Stop.NEVER, Progress.NONE);
			double worst = 0;
			for (int z = 0; z < size.nz(); z++)
				for (int y = 0; y < size.ny(); y++)
					for (int x = 0; x < size.nx(); x++) {
						double mm = Math.sqrt(square(x * spacing.xMm()) + square(y * spacing.yMm()) + square(z * spacing.zMm()));
						double late = 2 * times[size.index(x, y, z)] - mm;
						assertTrue(late > -1e-4);
						worst = Math.max(worst, late);
					}
			assertTrue("late by " + worst, worst < (fine == 1 ? 2.6 : 1.6));
			assertEquals(40 * fine / 2, times[size.index(40, 0, 0)], 1e-4);
		}
	}

	private static double square(double a) {
		return a * a;
	}

	@Test
	public void timesAreThoseOfScikitFmm() throws IOException {
		VolumeSize size = FormulaVolume.SIZE;
		int[] numbers = FormulaVolume.make((x, y, z) -> FormulaVolume.hashed(x / 3, y / 3, z / 3, 7));
		float[] speed = new float[numbers.length];
		for (int i = 0; i < speed.length; i++)
			speed[i] = (float) (0.2 + numbers[i] / 250.0);
		byte[] seeds = new byte[speed.length];
		seeds[size.index(6, 5, 4)] = seeds[size.index(30, 20, 15)] = 1;
		float[] times = FastMarching.times(speed, seeds, size, SPACING, Stop.NEVER, Progress.NONE);
		double[] expected = LevelSetOracle.read().require("times").asArray().doubles();
		for (int i = 0; i < expected.length; i++)
			assertEquals("voxel " + 7 * i, expected[i], times[7 * i], 1e-4);
	}

	/** Each time solves the equation of its voxel, and lies between the bounds of the fastest straight way and of steps along axes. */
	@Test
	public void timesLieBetweenTheirBounds() {
		Random random = new Random(20261127);
		for (int round = 0; round < 20; round++) {
			VolumeSize size = new VolumeSize(1 + random.nextInt(14), 1 + random.nextInt(12), 1 + random.nextInt(8));
			float[] speed = new float[size.arrayLength()];
			for (int i = 0; i < speed.length; i++)
				speed[i] = random.nextInt(8) == 0 ? 0 : 0.1f + random.nextFloat();
			byte[] seeds = new byte[speed.length];
			int seed = random.nextInt(speed.length);
			seeds[seed] = 1;
			float[] times = FastMarching.times(speed, seeds, size, SPACING, Stop.NEVER, Progress.NONE);
			double[] alongAxes = dijkstra(speed, seed, size);
			for (int i = 0; i < times.length; i++) {
				assertEquals(Double.isInfinite(alongAxes[i]), Float.isInfinite(times[i]));
				if (Float.isInfinite(times[i])) continue;
				assertTrue(times[i] <= alongAxes[i] * (1 + 1e-5));
				double mm = Math.sqrt(square((i % size.nx() - seed % size.nx()) * SPACING.xMm())
						+ square((i / size.nx() % size.ny() - seed / size.nx() % size.ny()) * SPACING.yMm())
						+ square((i / size.nx() / size.ny() - seed / size.nx() / size.ny()) * SPACING.zMm()));
				assertTrue(times[i] >= mm / 1.1 - 1e-4);
			}
		}
	}

	private static double[] dijkstra(float[] speed, int seed, VolumeSize size) {
		double[] mm = {SPACING.xMm(), SPACING.yMm(), SPACING.zMm()};
		double[] times = new double[speed.length];
		Arrays.fill(times, Double.POSITIVE_INFINITY);
		PriorityQueue<double[]> queue = new PriorityQueue<>(Comparator.comparingDouble(entry -> entry[0]));
		queue.add(new double[]{0, seed});
		times[seed] = 0;
		Around around = new Around(size);
		while (!queue.isEmpty()) {
			double[] first = queue.poll();
			around.at((int) first[1]);
			for (int side = 0; side < 6; side++) {
				int next = (int) first[1] + around.step(side);
				double time = first[0] + mm[side / 2] / speed[next];
				if (around.step(side) == 0 || speed[next] == 0 || time >= times[next]) continue;
				times[next] = time;
				queue.add(new double[]{time, next});
			}
		}
		return times;
	}

	@Test
	public void itStopsWhenToldTo() {
		VolumeSize size = new VolumeSize(30, 30, 10);
		byte[] seeds = new byte[size.arrayLength()];
		seeds[size.index(15, 15, 5)] = 1;
		float[] all = FastMarching.times(everywhere(size, 1), seeds, size, SPACING, Stop.NEVER, Progress.NONE);
		float[] some = FastMarching.times(everywhere(size, 1), seeds, size, SPACING, new Stop(6, Long.MAX_VALUE), Progress.NONE);
		float[] few = FastMarching.times(everywhere(size, 1), seeds, size, SPACING, new Stop(1e9, 500), Progress.NONE);
		int reached = 0;
		for (int i = 0; i < all.length; i++) {
			assertEquals(all[i] <= 6 ? all[i] : Float.POSITIVE_INFINITY, some[i], 0);
			if (!Float.isInfinite(few[i])) {
				reached++;
				assertEquals(all[i], few[i], 0);
			}
		}
		assertEquals(500, reached);
	}

	@Test
	public void aCancelIsHeardAndNonsenseRefused() {
		VolumeSize size = new VolumeSize(50, 50, 50);
		byte[] seeds = new byte[size.arrayLength()];
		seeds[0] = 1;
		assertThrows(CancelledException.class,
				() -> FastMarching.times(everywhere(size, 1), seeds, size, SPACING, Stop.NEVER, Masks.cancelledAt(2)));
		assertThrows(IllegalArgumentException.class,
				() -> FastMarching.times(new float[2], seeds, size, SPACING, Stop.NEVER, Progress.NONE));
		assertThrows(IllegalArgumentException.class, () -> new Stop(-1, 3));
	}
}
