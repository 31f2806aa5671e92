package org.annotomy.segmentation.walk;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.json.Json;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonValue;
import org.annotomy.segmentation.FormulaVolume;
import org.annotomy.task.CancelledException;
import org.annotomy.task.Progress;
import org.junit.Test;

public class RandomWalkerTest {

	private static final VoxelSpacing CUBES = new VoxelSpacing(1, 1, 1);
	private static final VolumeSize SIZE = FormulaVolume.SIZE;

	private static float[] values() {
		float[] values = FormulaVolume.floats();
		double mean = 0;
		for (float value : values)
			mean += value / values.length;
		double variance = 0;
		for (float value : values)
			variance += (value - mean) * (value - mean) / values.length;
		for (int i = 0; i < values.length; i++)
			values[i] /= (float) Math.sqrt(variance);
		return values;
	}

	private static byte[] seeds() {
		byte[] seeds = new byte[SIZE.arrayLength()];
		fill(seeds, new VoxelBox(17, 13, 10, 3, 3, 3), 1);
		fill(seeds, new VoxelBox(2, 24, 10, 3, 3, 3), 2);
		fill(seeds, new VoxelBox(30, 2, 2, 5, 3, 19), 3);
		return seeds;
	}

	private static void fill(byte[] seeds, VoxelBox box, int label) {
		for (int z = box.z(); z < box.endZ(); z++)
			for (int y = box.y(); y < box.endY(); y++)
				for (int x = box.x(); x < box.endX(); x++)
					seeds[SIZE.index(x, y, z)] = (byte) label;
	}

	private static byte[] open() {
		byte[] open = new byte[SIZE.arrayLength()];
		for (int i = 0; i < open.length; i++)
			open[i] = (byte) (i / (SIZE.nx() * SIZE.ny()) > 14 && i % SIZE.nx() > 20 ? 0 : 1);
		return open;
	}

	private static List<JsonObject> oracle() throws Exception {
		try (InputStream in = RandomWalkerTest.class.getResourceAsStream("walks.json")) {
			List<JsonObject> rows = new ArrayList<>();
			for (JsonValue row : Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)).asObject().list("rows"))
				rows.add(row.asObject());
			return rows;
		}
	}

	private static VoxelSpacing spacing(JsonObject row) throws Exception {
		double[] mm = row.require("spacing").asArray().doubles();
		return new VoxelSpacing(mm[0], mm[1], mm[2]);
	}

	/** scikit-image for cubes, scipy on finite volumes for others; voxels whose two best labels are about as probable may differ. */
	@Test
	public void labelsAndProbabilitiesAreThoseOfADirectSolution() throws Exception {
		for (JsonObject row : oracle()) {
			byte[] open = row.require("masked").asBoolean() ? open() : null;
			double beta = row.require("beta").asDouble();
			List<float[]> found = RandomWalker.probabilities(values(), seeds(), SIZE, spacing(row), beta, open, Progress.NONE);
			int label = 0;
			for (JsonValue each : row.list("probabilities"))
				assertSampled(row.toString(), each.asArray().doubles(), found.get(label++));
			byte[] labels = RandomWalker.labels(values(), seeds(), SIZE, spacing(row), beta, open, Progress.NONE);
			double close = row.require("close").asDouble();
			double[] voxels = row.require("voxels").asArray().doubles();
			for (int i = 1; i <= 3; i++)
				assertEquals(row.toString(), voxels[i - 1], count(labels, i), close);
			assertEquals(row.toString(), row.require("sum").asDouble(), FormulaVolume.weighted(labels), 2 * 96 * close);
		}
	}

	private static void assertSampled(String row, double[] expected, float[] found) {
		double[] sampled = new double[expected.length];
		for (int i = 0; i < sampled.length; i++)
			sampled[i] = found[997 * i];
		assertArrayEquals(row, expected, sampled, 3e-4);
	}

	private static int count(byte[] labels, int label) {
		int count = 0;
		for (byte each : labels)
			if (each == label) count++;
		return count;
	}

	/** Without differences it is heat along a bar: the probability falls straight from one end to the other. */
	@Test
	public void alongABarProbabilitiesFallStraight() {
		VolumeSize bar = new VolumeSize(1001, 1, 1);
		byte[] seeds = new byte[1001];
		seeds[0] = 7;
		seeds[1000] = (byte) 200;
		List<float[]> found = RandomWalker.probabilities(new float[1001], seeds, bar, new VoxelSpacing(0.3, 1, 5), 130, null,
				Progress.NONE);
		assertEquals(2, found.size());
		for (int x = 0; x <= 1000; x++) {
			assertEquals(1 - x / 1000.0, found.get(0)[x], 2e-4);
			assertEquals(x / 1000.0, found.get(1)[x], 2e-4);
		}
	}

	/** Thousands of islands of equal values, a billion times better joined within than to each other. */
	@Test
	public void islandsOfNoiseAreSettled() {
		Random random = new Random(5);
		VolumeSize size = new VolumeSize(30, 30, 30);
		float[] values = new float[27_000];
		for (int i = 0; i < values.length; i++)
			values[i] = random.nextInt(3);
		byte[] seeds = new byte[values.length];
		seeds[size.index(0, 0, 0)] = 1;
		seeds[size.index(29, 29, 29)] = 2;
		List<float[]> found = RandomWalker.probabilities(values, seeds, size, CUBES, 250, null, Progress.NONE);
		for (int i = 0; i < values.length; i++) {
			double p = found.get(0)[i];
			assertTrue(p >= 0 && p <= 1);
			if (seeds[i] == 0) assertEquals(p, meanOfNeighbours(found.get(0), values, size, i), 2e-3);
		}
	}

	/** A probability is the mean of those around, weighted; of equal neighbours only these count. */
	private static double meanOfNeighbours(float[] p, float[] values, VolumeSize size, int i) {
		int[] steps = {1, 30, 900};
		double sum = 0;
		double all = 0;
		for (int axis = 0; axis < 3; axis++)
			for (int way = -1; way <= 1; way += 2) {
				int at = i / steps[axis] % 30 + way;
				if (at < 0 || at >= 30) continue;
				int j = i + way * steps[axis];
				double d = values[i] - values[j];
				double weight = Math.exp(-25 * d * d) + 1e-10;
				sum += weight * p[j];
				all += weight;
			}
		return sum / all;
	}

	@Test
	public void whatNoWalkLeadsOutOfHasNoLabel() {
		VolumeSize bar = new VolumeSize(9, 1, 1);
		byte[] seeds = {1, 0, 0, 0, 0, 0, 0, 0, 2};
		byte[] open = {0, 1, 1, 0, 1, 0, 1, 1, 0};
		assertArrayEquals(new byte[]{1, 1, 1, 0, 0, 0, 2, 2, 2},
				RandomWalker.labels(new float[9], seeds, bar, CUBES, 10, open, Progress.NONE));
		float[] hole = new float[9];
		hole[4] = Float.NaN;
		assertArrayEquals(new byte[]{1, 1, 1, 1, 0, 2, 2, 2, 2},
				RandomWalker.labels(hole, seeds, bar, CUBES, 10, null, Progress.NONE));
	}

	@Test
	public void oneLabelTakesAllAndNoneNothing() {
		VolumeSize bar = new VolumeSize(4, 1, 1);
		assertArrayEquals(new byte[]{5, 5, 5, 5},
				RandomWalker.labels(new float[4], new byte[]{0, 5, 0, 0}, bar, CUBES, 10, null, Progress.NONE));
		assertArrayEquals(new byte[4], RandomWalker.labels(new float[4], new byte[4], bar, CUBES, 10, null, Progress.NONE));
		assertTrue(RandomWalker.probabilities(new float[4], new byte[4], bar, CUBES, 10, null, Progress.NONE).isEmpty());
	}

	@Test
	public void severalRunsGiveTheSameBits() {
		List<float[]> once = RandomWalker.probabilities(values(), seeds(), SIZE, CUBES, 13, null, Progress.NONE);
		List<float[]> again = RandomWalker.probabilities(values(), seeds(), SIZE, CUBES, 13, null, Progress.NONE);
		for (int i = 0; i < once.size(); i++)
			assertTrue(Arrays.equals(once.get(i), again.get(i)));
	}

	@Test
	public void refusalsAndCancelling() {
		assertThrows(IllegalArgumentException.class,
				() -> RandomWalker.labels(new float[3], new byte[4], new VolumeSize(4, 1, 1), CUBES, 1, null, Progress.NONE));
		for (double wrong : new double[]{-1, Double.NaN, Double.POSITIVE_INFINITY})
			assertThrows(IllegalArgumentException.class, () -> RandomWalker.labels(new float[4], new byte[4],
					new VolumeSize(4, 1, 1), CUBES, wrong, null, Progress.NONE));
		Progress cancelled = new Progress() {
			@Override
			public void update(double fraction, String doing) {
				// Nobody watches.
			}

			@Override
			public boolean isCancelled() { return true; }
		};
		assertThrows(CancelledException.class,
				() -> RandomWalker.labels(values(), seeds(), SIZE, CUBES, 13, null, cancelled));
	}
}
