package org.annotomy.segmentation.grow;

import static org.junit.Assert.assertEquals;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.json.Json;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonValue;
import org.annotomy.segmentation.FormulaVolume;
import org.annotomy.task.Progress;
import org.junit.Test;

/** Against the cheapest paths that scipy's Dijkstra finds: {@code src/test/scripts/grow_from_seeds_oracle.py}. */
public class GrowthOracleTest {

	private static final VolumeSize SIZE = FormulaVolume.SIZE;

	@Test
	public void labelsAreThoseOfScipysCheapestPathsAtFirstAndAfterOtherSeeds() throws Exception {
		for (JsonValue each : oracle().list("rows")) {
			JsonObject row = each.asObject();
			double[] mm = row.require("spacing").asArray().doubles();
			float[] values = row.string("values", "").equals("flat") ? new float[SIZE.arrayLength()] : FormulaVolume.floats();
			GrowCut growth = new GrowCut(values, SIZE, new VoxelSpacing(mm[0], mm[1], mm[2]),
					row.require("locality").asDouble(), row.require("masked").asBoolean() ? open() : null);
			assertLabels(row, "first", growth.grow(seeds(), Progress.NONE));
			assertLabels(row, "more", growth.grow(more(), Progress.NONE));
		}
	}

	private static JsonObject oracle() throws Exception {
		try (InputStream in = GrowthOracleTest.class.getResourceAsStream("growth.json")) {
			return Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)).asObject();
		}
	}

	private static void assertLabels(JsonObject row, String key, byte[] labels) throws Exception {
		JsonObject expected = row.require(key).asObject();
		double[] voxels = expected.require("voxels").asArray().doubles();
		for (int i = 1; i <= 3; i++) {
			int count = 0;
			for (byte label : labels)
				if (label == i) count++;
			assertEquals(row + " " + key, voxels[i - 1], count, 0);
		}
		assertEquals(row + " " + key, expected.require("sum").asDouble(), FormulaVolume.weighted(labels), 0);
	}

	private static byte[] seeds() {
		byte[] seeds = new byte[SIZE.arrayLength()];
		fill(seeds, new VoxelBox(17, 13, 10, 3, 3, 3), 1);
		fill(seeds, new VoxelBox(2, 24, 10, 3, 3, 3), 2);
		fill(seeds, new VoxelBox(30, 2, 2, 5, 3, 19), 3);
		return seeds;
	}

	private static byte[] more() {
		byte[] seeds = seeds();
		fill(seeds, new VoxelBox(20, 20, 18, 5, 2, 2), 2);
		fill(seeds, new VoxelBox(17, 13, 10, 3, 3, 3), 0);
		fill(seeds, new VoxelBox(10, 14, 11, 1, 1, 1), 1);
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
}
