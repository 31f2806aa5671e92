package org.annotomy.segmentation.grow;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.task.CancelledException;
import org.annotomy.task.Progress;
import org.junit.Test;

public class GrowCutTest {

	private static final VoxelSpacing SPACING = new VoxelSpacing(0.8, 1, 2.5);

	@Test
	public void labelsAreThoseOfPlainDijkstraAfterAnyChangeOfSeeds() {
		Random random = new Random(20261127);
		for (int round = 0; round < 60; round++) {
			VolumeSize size = new VolumeSize(1 + random.nextInt(9), 1 + random.nextInt(8),
					1 + random.nextInt(round % 10 == 9 ? 60 : 6));
			int n = size.arrayLength();
			int range = new int[]{1, 4, 300, 60000}[round % 4];
			float[] values = new float[n];
			byte[] open = round % 3 == 0 ? null : new byte[n];
			for (int i = 0; i < n; i++) {
				values[i] = random.nextInt(20) == 0 ? Float.NaN : random.nextInt(range) - 30;
				if (open != null) open[i] = (byte) (random.nextInt(6) == 0 ? 0 : 1);
			}
			double locality = round % 5 == 0 ? 3 : 0;
			GrowCut grown = new GrowCut(values, size, SPACING, locality, open);
			byte[] seeds = new byte[n];
			for (int update = 0; update < 6; update++) {
				for (int change = random.nextInt(6); change >= 0; change--)
					seeds[random.nextInt(n)] = (byte) (random.nextInt(3) == 0 ? 0 : new int[]{1, 2, 200, 255}[random.nextInt(4)]);
				byte[] kept = seeds.clone();
				byte[] labels = grown.grow(seeds, Progress.NONE);
				assertArrayEquals("round " + round + " update " + update, plain(values, size, locality, open, seeds), labels);
				assertArrayEquals(kept, seeds);
			}
		}
	}

	/** Dijkstra's algorithm by the book, on costs worked out anew. */
	private static byte[] plain(float[] values, VolumeSize size, double locality, byte[] open, byte[] seeds) {
		double low = Float.MAX_VALUE;
		double high = -Float.MAX_VALUE;
		for (float value : values)
			if (!Float.isNaN(value)) {
				low = Math.min(low, value);
				high = Math.max(high, value);
			}
		double step = 1;
		while (high > low && (high - low) / step > 65535)
			step *= 2;
		while (high > low && (high - low) / step * 2 <= 65535)
			step /= 2;
		double[] cost = new double[values.length];
		Arrays.fill(cost, Double.MAX_VALUE);
		byte[] labels = new byte[values.length];
		PriorityQueue<double[]> queue = new PriorityQueue<>(
				Comparator.<double[]>comparingDouble(a -> a[0]).thenComparingDouble(a -> a[1]));
		for (int i = 0; i < seeds.length; i++)
			if (seeds[i] != 0) queue.add(new double[]{0, seeds[i] & 0xff, i});
		while (!queue.isEmpty()) {
			double[] first = queue.poll();
			int at = (int) first[2];
			if (labels[at] != 0 || seeds[at] != 0 && first[0] > 0) continue;
			labels[at] = (byte) first[1];
			for (int k = 0; k < 27; k++) {
				int dx = k % 3 - 1;
				int dy = k / 3 % 3 - 1;
				int dz = k / 9 - 1;
				int x = at % size.nx() + dx;
				int y = at / size.nx() % size.ny() + dy;
				int z = at / size.nx() / size.ny() + dz;
				if (!size.contains(x, y, z)) continue;
				int next = size.index(x, y, z);
				if (Float.isNaN(values[next]) || open != null && open[next] == 0) continue;
				double mm = Math.sqrt(dx * dx * 0.64 + dy * dy + dz * dz * 6.25);
				double difference = Math.abs(level(values[at], low, step) - level(values[next], low, step));
				double way = Math.rint(mm * locality / step) + Math.max(1, Math.rint(2 * mm / 0.8));
				queue.add(new double[]{first[0] + difference + way, first[1], next});
			}
		}
		return labels;
	}

	/** A seed on a voxel without a value starts from the lowest one. */
	private static double level(float value, double low, double step) {
		return Float.isNaN(value) ? 0 : Math.rint((value - low) / step);
	}

	@Test
	public void whereAllValuesAreTheSameTheNearerSeedWins() {
		VolumeSize size = new VolumeSize(21, 3, 3);
		byte[] seeds = new byte[size.arrayLength()];
		seeds[size.index(0, 1, 1)] = 2;
		seeds[size.index(20, 1, 1)] = 1;
		byte[] labels = new GrowCut(new float[seeds.length], size, new VoxelSpacing(1, 1, 1), 0, null).grow(seeds, Progress.NONE);
		for (int x = 0; x < 21; x++)
			assertEquals(x < 10 ? 2 : 1, labels[size.index(x, 1, 1)]);
	}

	@Test
	public void aNoisyBallIsFoundFromOneStrokeInsideAndOneOutside() {
		VolumeSize size = new VolumeSize(48, 48, 24);
		float[] values = new float[size.arrayLength()];
		byte[] truth = new byte[values.length];
		byte[] seeds = new byte[values.length];
		Random random = new Random(7);
		for (int z = 0; z < 24; z++)
			for (int y = 0; y < 48; y++)
				for (int x = 0; x < 48; x++) {
					int i = size.index(x, y, z);
					double mm = Math.sqrt((x - 24) * (x - 24) + (y - 24) * (y - 24) + 4 * (z - 12) * (z - 12));
					truth[i] = (byte) (mm < 14 ? 1 : 0);
					values[i] = (float) (truth[i] * 100 + 12 * random.nextGaussian());
					if (mm < 6) seeds[i] = 1;
					if (mm > 20 && mm < 22) seeds[i] = 2;
				}
		byte[] labels = new GrowCut(values, size, new VoxelSpacing(1, 1, 2), 0, null).grow(seeds, Progress.NONE);
		int both = 0;
		int sum = 0;
		for (int i = 0; i < labels.length; i++) {
			int found = labels[i] == 1 ? 1 : 0;
			both += found & truth[i];
			sum += found + truth[i];
		}
		assertTrue("Dice " + 2.0 * both / sum, 2.0 * both / sum > 0.98);
	}

	/** Along a line on which each step costs the whole range of values. */
	@Test
	public void waysTooLongToBeToldApartStillComeToAnEnd() {
		VolumeSize line = new VolumeSize(6000, 1, 1);
		float[] values = new float[6000];
		for (int i = 0; i < values.length; i++)
			values[i] = i % 2 * 65535;
		byte[] seeds = new byte[values.length];
		seeds[0] = 2;
		GrowCut grown = new GrowCut(values, line, SPACING, 0, null);
		for (byte label : grown.grow(seeds, Progress.NONE))
			assertEquals(2, label);
		seeds[5999] = 1;
		byte[] labels = grown.grow(seeds, Progress.NONE);
		for (int i = 0; i < 2000; i++) {
			assertEquals(2, labels[i]);
			assertEquals(1, labels[5999 - i]);
		}
		assertArrayEquals(new GrowCut(values, line, SPACING, 0, null).grow(seeds, Progress.NONE), labels);
	}

	@Test
	public void afterACancelTheNextCallIsRightAgain() {
		VolumeSize size = new VolumeSize(40, 40, 40);
		float[] values = new float[size.arrayLength()];
		Random random = new Random(3);
		for (int i = 0; i < values.length; i++)
			values[i] = random.nextInt(1000);
		byte[] seeds = new byte[values.length];
		seeds[0] = 1;
		GrowCut grown = new GrowCut(values, size, SPACING, 0, null);
		grown.grow(seeds, Progress.NONE);
		seeds[0] = 0;
		seeds[values.length - 1] = 2;
		seeds[values.length / 2] = 3;
		assertThrows(CancelledException.class, () -> grown.grow(seeds, cancelledAfter(1)));
		assertArrayEquals(new GrowCut(values, size, SPACING, 0, null).grow(seeds, Progress.NONE),
				grown.grow(seeds, Progress.NONE));
	}

	private static Progress cancelledAfter(int questions) {
		int[] asked = {0};
		return new Progress() {
			@Override
			public void update(double fraction, String doing) {
				// Nobody watches.
			}

			@Override
			public boolean isCancelled() { return asked[0]++ >= questions; }
		};
	}

	@Test
	public void wrongInputIsRefused() {
		VolumeSize size = new VolumeSize(2, 2, 2);
		assertThrows(IllegalArgumentException.class, () -> new GrowCut(new float[7], size, SPACING, 0, null));
		assertThrows(IllegalArgumentException.class, () -> new GrowCut(new float[8], size, SPACING, -1, null));
		assertThrows(IllegalArgumentException.class, () -> new GrowCut(new float[8], size, SPACING, 0, new byte[9]));
		assertThrows(IllegalArgumentException.class,
				() -> new GrowCut(new float[8], size, SPACING, 0, null).grow(new byte[1], Progress.NONE));
		assertArrayEquals(new byte[8], new GrowCut(new float[8], size, SPACING, 0, null).grow(new byte[8], Progress.NONE));
		assertEquals(0,
				new GrowCut(new float[0], new VolumeSize(0, 0, 0), SPACING, 0, null).grow(new byte[0], Progress.NONE).length);
	}
}
