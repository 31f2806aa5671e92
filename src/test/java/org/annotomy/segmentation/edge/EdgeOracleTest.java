package org.annotomy.segmentation.edge;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.annotomy.geometry.Point;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.json.Json;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonValue;
import org.annotomy.segmentation.edge.LevelTracing.Side;
import org.annotomy.task.Progress;
import org.junit.Test;

/** Against what {@code src/test/scripts/edge_tools_oracle.py} wrote with scipy and scikit-image. */
public class EdgeOracleTest {

	private static JsonObject oracle() throws IOException {
		try (InputStream in = EdgeOracleTest.class.getResourceAsStream("oracle.json")) {
			return Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)).asObject();
		}
	}

	private static float[] values(JsonObject row) throws IOException {
		double[] numbers = row.require("values").asArray().doubles();
		float[] values = new float[numbers.length];
		for (int i = 0; i < values.length; i++)
			values[i] = (float) numbers[i];
		return values;
	}

	private static double number(JsonObject row, String member) throws IOException {
		return row.require(member).asDouble();
	}

	private static SliceValues slice(JsonObject row, double columnMm, double rowMm) throws IOException {
		return new SliceValues(values(row), (int) number(row, "columns"), (int) number(row, "rows"), columnMm, rowMm);
	}

	@Test
	public void levelLinesEncloseWhatScikitImageFinds() throws IOException {
		int cases = 0;
		for (JsonValue each : oracle().list("levels")) {
			JsonObject row = each.asObject();
			SliceValues slice = slice(row, 1, 1);
			for (Side side : Side.values()) {
				byte[] found = LevelTracing.at(slice, number(row, "x"), number(row, "y"), side, Progress.NONE);
				String text = IntStream.range(0, found.length).mapToObj(i -> Integer.toString(found[i]))
						.collect(Collectors.joining());
				assertEquals("case " + cases + " " + side, row.require(side.key()).asString(), text);
			}
			cases++;
		}
		assertEquals(30, cases);
	}

	/** Costs are whole numbers; where rounding is at a tie, a step may cost one more or less. */
	@Test
	public void waysCostWhatScipysDijkstraFinds() throws IOException {
		int ways = 0;
		for (JsonValue each : oracle().list("wires")) {
			JsonObject row = each.asObject();
			LiveWire wire = new LiveWire(slice(row, number(row, "columnMm"), number(row, "rowMm")));
			wire.begin(at((int) number(row, "start")));
			double[] ends = row.require("ends").asArray().doubles();
			double[] costs = row.require("costs").asArray().doubles();
			for (int i = 0; i < ends.length; i++, ways++)
				assertEquals(costs[i], wire.costTo(at((int) ends[i])), 1 + 0.002 * costs[i]);
		}
		assertEquals(48, ways);
	}

	private static Point at(int pixel) {
		return new Point(pixel % 26 + 0.5, pixel / 26 + 0.5);
	}

	@Test
	public void asManyBasinsAreLeftAsMinimaInScikitImage() throws IOException {
		for (JsonValue each : oracle().list("basins")) {
			JsonObject row = each.asObject();
			double[] n = row.require("size").asArray().doubles();
			float[] values = values(row);
			byte[] all = new byte[values.length];
			Arrays.fill(all, (byte) 1);
			EdgeBasins basins = new EdgeBasins(values, all, new VolumeSize((int) n[0], (int) n[1], (int) n[2]),
					number(row, "level"));
			Set<Integer> found = new HashSet<>();
			for (int i = 0; i < values.length; i++) {
				int voxel = i;
				found.add(found.stream().filter(known -> basins.together(known, voxel)).findFirst().orElse(voxel));
			}
			assertEquals("level " + number(row, "level"), (int) number(row, "count"), found.size());
			assertTrue(found.size() > 0);
		}
	}
}
