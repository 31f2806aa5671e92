package org.annotomy.interchange.sidecar;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.annotomy.json.Json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;

/**
 * Judges the bytes of a sidecar: would QuPath open it as it is? One bad Feature makes QuPath refuse the whole file, or silently moves the
 * object to (0, 0). Reads the text again from scratch and trusts nothing of what wrote it.
 */
public final class QuPathSafeGate {

	/**
	 * Why QuPath would not open the file, or not as it is.
	 *
	 * @param feature which one, from 0; −1 for the file as a whole
	 */
	public record Problem(int feature, String reason) {}

	private QuPathSafeGate() {}

	/** Empty if the file is safe; at most one problem for each Feature. */
	public static List<Problem> check(byte[] file) {
		List<Problem> problems = new ArrayList<>();
		try (JsonParser parser = Json.FACTORY.createParser(file)) {
			checkCollection(parser, problems);
		} catch (JsonProcessingException e) {
			problems.add(new Problem(-1, "it is not JSON: " + e.getOriginalMessage()));
		} catch (IOException e) {
			problems.add(new Problem(-1, e.getMessage()));
		}
		return problems;
	}

	private static void checkCollection(JsonParser parser, List<Problem> problems) throws IOException {
		boolean typed = false;
		boolean featured = false;
		if (parser.nextToken() != JsonToken.START_OBJECT) {
			problems.add(new Problem(-1, "it is no FeatureCollection"));
			return;
		}
		while (parser.nextToken() == JsonToken.FIELD_NAME) {
			String name = parser.currentName();
			JsonToken value = parser.nextToken();
			if (name.equals("type")) typed = value == JsonToken.VALUE_STRING && parser.getText().equals("FeatureCollection");
			else if (name.equals("features") && value == JsonToken.START_ARRAY && !featured) {
				featured = true;
				problems.addAll(checkFeatures(parser));
			} else parser.skipChildren();
		}
		if (!typed || !featured) problems.add(new Problem(-1, "it is no FeatureCollection"));
		if (parser.nextToken() != null) problems.add(new Problem(-1, "something follows after its end"));
	}

	/** @param parser stands on the beginning of the array; afterwards on its end */
	static List<Problem> checkFeatures(JsonParser parser) throws IOException {
		List<Problem> problems = new ArrayList<>();
		FeatureGate gate = new FeatureGate(parser);
		for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
			String problem = gate.check();
			if (problem != null) problems.add(new Problem(i, problem));
		}
		return problems;
	}
}
