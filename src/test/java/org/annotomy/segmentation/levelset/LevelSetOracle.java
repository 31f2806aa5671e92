package org.annotomy.segmentation.levelset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import org.annotomy.json.Json;
import org.annotomy.json.JsonObject;

/** What {@code src/test/scripts/levelset_oracle.py} wrote. */
final class LevelSetOracle {

	private LevelSetOracle() {}

	static JsonObject read() throws IOException {
		try (InputStream in = LevelSetOracle.class.getResourceAsStream("levelset.json")) {
			return Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)).asObject();
		}
	}
}
