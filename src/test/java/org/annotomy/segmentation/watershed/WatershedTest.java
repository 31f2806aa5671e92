package org.annotomy.segmentation.watershed;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.json.Json;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonValue;
import org.annotomy.segmentation.component.Connectivity;
import org.annotomy.task.CancelledException;
import org.annotomy.task.Progress;
import org.junit.Test;

public class WatershedTest {

	@Test
	public void labelsAreThoseOfScikitImage() throws IOException {
		try (InputStream in = WatershedTest.class.getResourceAsStream("oracle.json")) {
			int cases = 0;
			for (JsonValue row : Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)).asArray()) {
				JsonObject one = row.asObject();
				int[] size = ints(one, "size");
				int[] ranks = ints(one, "values");
				float[] values = new float[ranks.length];
				for (int i = 0; i < values.length; i++)
					values[i] = ranks[i];
				byte[] mask = one.get("mask").isEmpty() || one.get("mask").get().isNull() ? null : bytes(ints(one, "mask"));
				boolean lines = one.bool("lines", false);
				int[] labels = Watershed.flood(values, ints(one, "markers"), mask, new VolumeSize(size[0], size[1], size[2]),
						Connectivity.of((int) one.require("neighbours").asDouble()), lines, Progress.NONE);
				assertArrayEquals("case " + cases++, ints(one, "labels"), labels);
			}
			assertEquals(24, cases);
		}
	}

	@Test
	public void labelsAreThoseOfAPlainHeap() {
		Random random = new Random(4);
		for (int round = 0; round < 120; round++) {
			VolumeSize size = new VolumeSize(1 + random.nextInt(9), 1 + random.nextInt(9), 1 + random.nextInt(6));
			int n = size.arrayLength();
			float[] values = new float[n];
			int[] markers = new int[n];
			byte[] mask = round % 3 == 0 ? null : new byte[n];
			int steps = 1 + random.nextInt(20);
			for (int i = 0; i < n; i++) {
				values[i] = round % 2 == 0 ? random.nextInt(steps) - 5 : (float) random.nextGaussian();
				if (random.nextInt(40) == 0) values[i] = new float[]{Float.NaN, -0f, 1e30f, Float.NEGATIVE_INFINITY}[round % 4];
				if (random.nextInt(12) == 0) markers[i] = 1 + random.nextInt(Integer.MAX_VALUE - 1);
				if (mask != null && random.nextInt(5) > 0) mask[i] = 1;
			}
			Connectivity connectivity = Connectivity.values()[round % 3];
			for (boolean lines : new boolean[]{false, true})
				assertArrayEquals("round " + round, plain(values, markers, mask, size, connectivity, lines),
						Watershed.flood(values, markers, mask, size, connectivity, lines, Progress.NONE));
		}
	}

	/** By the book: one heap of value and age. */
	private static int[] plain(float[] values, int[] markers, byte[] mask, VolumeSize size, Connectivity connectivity,
			boolean lines) {
		int[] labels = new int[values.length];
		boolean[] seen = new boolean[values.length];
		boolean[] stopped = new boolean[values.length];
		List<float[]> waiting = new ArrayList<>();
		PriorityQueue<Integer> queue = new PriorityQueue<>(
				Comparator.<Integer>comparingDouble(age -> waiting.get(age)[0]).thenComparing(age -> age));
		List<Integer> voxels = new ArrayList<>();
		for (int i = 0; i < values.length; i++)
			if (markers[i] > 0 && (mask == null || mask[i] != 0)) {
				labels[i] = markers[i];
				push(i, values, seen, waiting, queue, voxels);
			}
		while (!queue.isEmpty()) {
			int voxel = voxels.get(queue.poll());
			List<Integer> around = neighbours(voxel, size, connectivity);
			int[] found = around.stream().filter(i -> !stopped[i]).mapToInt(i -> labels[i]).filter(l -> l != 0).distinct()
					.toArray();
			stopped[voxel] = lines && found.length > 1;
			if (stopped[voxel]) continue;
			if (labels[voxel] == 0) labels[voxel] = found[0];
			for (int next : around) {
				if (seen[next] || mask != null && mask[next] == 0) continue;
				if (!lines) labels[next] = labels[voxel];
				push(next, values, seen, waiting, queue, voxels);
			}
		}
		return labels;
	}

	private static void push(int voxel, float[] values, boolean[] seen, List<float[]> waiting, PriorityQueue<Integer> queue,
			List<Integer> voxels) {
		seen[voxel] = true;
		waiting.add(new float[]{values[voxel] + 0f});
		voxels.add(voxel);
		queue.add(voxels.size() - 1);
	}

	private static List<Integer> neighbours(int voxel, VolumeSize size, Connectivity connectivity) {
		int x = voxel % size.nx();
		int y = voxel / size.nx() % size.ny();
		int z = voxel / size.nx() / size.ny();
		List<Integer> all = new ArrayList<>();
		for (int axes = 1; axes <= connectivity.ordinal() + 1; axes++)
			for (int dz = -1; dz <= 1; dz++)
				for (int dy = -1; dy <= 1; dy++)
					for (int dx = -1; dx <= 1; dx++)
						if (Math.abs(dx) + Math.abs(dy) + Math.abs(dz) == axes && size.contains(x + dx, y + dy, z + dz))
							all.add(size.index(x + dx, y + dy, z + dz));
		return all;
	}

	@Test
	public void aLineOneVoxelWideKeepsTwoBasinsApart() {
		VolumeSize size = new VolumeSize(21, 5, 5);
		float[] values = new float[size.arrayLength()];
		int[] markers = new int[values.length];
		for (int i = 0; i < values.length; i++)
			values[i] = -Math.abs(i % 21 - 10);
		markers[size.index(0, 2, 2)] = 7;
		markers[size.index(20, 2, 2)] = Integer.MAX_VALUE;
		int[] labels = Watershed.flood(values, markers, null, size, Connectivity.FACES, true, Progress.NONE);
		for (int i = 0; i < labels.length; i++)
			assertEquals(i % 21 == 10 ? 0 : i % 21 < 10 ? 7 : Integer.MAX_VALUE, labels[i]);
	}

	@Test
	public void theInputIsLeftAloneAndChecked() {
		VolumeSize size = new VolumeSize(2, 2, 2);
		float[] values = {8, 7, 6, 5, 4, 3, 2, 1};
		int[] markers = {1, 0, 0, 0, 0, 0, 0, 2};
		Watershed.flood(values, markers, null, size, Connectivity.CORNERS, false, Progress.NONE);
		assertArrayEquals(new int[]{1, 0, 0, 0, 0, 0, 0, 2}, markers);
		assertArrayEquals(new int[8], Watershed.flood(values, new int[8], null, size, Connectivity.CORNERS, true, Progress.NONE));
		assertEquals(0, Watershed.flood(new float[0], new int[0], null, new VolumeSize(0, 3, 3), Connectivity.FACES, false,
				Progress.NONE).length);
		markers[3] = -1;
		assertTrue(assertThrows(IllegalArgumentException.class,
				() -> Watershed.flood(values, markers, null, size, Connectivity.FACES, false, Progress.NONE)).getMessage()
				.contains("-1"));
		assertThrows(IllegalArgumentException.class,
				() -> Watershed.flood(values, markers, new byte[7], size, Connectivity.FACES, false, Progress.NONE));
	}

	@Test
	public void itCanBeCancelled() {
		Progress cancelled = new Progress() {
			@Override
			public void update(double fraction, String doing) {
				// Nobody watches.
			}

			@Override
			public boolean isCancelled() { return true; }
		};
		assertThrows(CancelledException.class, () -> Watershed.flood(new float[8], new int[8], null, new VolumeSize(2, 2, 2),
				Connectivity.FACES, false, cancelled));
	}

	private static int[] ints(JsonObject row, String member) throws IOException {
		double[] all = row.require(member).asArray().doubles();
		int[] ints = new int[all.length];
		for (int i = 0; i < ints.length; i++)
			ints[i] = (int) all[i];
		return ints;
	}

	private static byte[] bytes(int[] all) {
		byte[] bytes = new byte[all.length];
		for (int i = 0; i < bytes.length; i++)
			bytes[i] = (byte) all[i];
		return bytes;
	}
}
