package org.annotomy.display;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.annotomy.json.Json;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonValue;

/** What {@code src/test/scripts/display_oracle.py} wrote. */
final class Oracle {

	private Oracle() {}

	static List<JsonObject> read(String member) throws IOException {
		try (InputStream in = Oracle.class.getResourceAsStream("oracle.json")) {
			List<JsonObject> rows = new ArrayList<>();
			for (JsonValue row : Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)).asObject().list(member))
				rows.add(row.asObject());
			return rows;
		}
	}

	static double[] numbers(JsonObject row, String member) throws IOException {
		return row.require(member).asArray().doubles();
	}
}
