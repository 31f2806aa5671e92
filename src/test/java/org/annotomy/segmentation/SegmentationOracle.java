package org.annotomy.segmentation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.annotomy.json.Json;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonValue;

/** What {@code src/test/scripts/segmentation_oracle.py} wrote. */
public final class SegmentationOracle {

	private SegmentationOracle() {}

	public static JsonObject read() throws IOException {
		try (InputStream in = SegmentationOracle.class.getResourceAsStream("oracle.json")) {
			return Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)).asObject();
		}
	}

	public static List<JsonObject> rows(String member) throws IOException {
		List<JsonObject> rows = new ArrayList<>();
		for (JsonValue row : read().list(member))
			rows.add(row.asObject());
		return rows;
	}

	public static double[] numbers(JsonObject row, String member) throws IOException {
		return row.require(member).asArray().doubles();
	}
}
