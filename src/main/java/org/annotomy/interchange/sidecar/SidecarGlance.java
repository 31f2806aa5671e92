package org.annotomy.interchange.sidecar;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

import org.annotomy.json.Json;
import org.annotomy.json.JsonObject;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/**
 * What a list says of labels without opening them: read in one pass that keeps nothing.
 *
 * @param objects features, those that other programs do not see included
 * @param complete whether the rater has declared them complete
 */
public record SidecarGlance(int objects, int segments, boolean complete) {

	/** @return nothing if it is no FeatureCollection of JSON text, or broken: opening it will say why */
	public static Optional<SidecarGlance> of(InputStream text) {
		try (JsonParser parser = Json.FACTORY.createParser(text)) {
			if (parser.nextToken() != JsonToken.START_OBJECT) return Optional.empty();
			return Optional.of(of(parser));
		} catch (IOException | RuntimeException e) {
			return Optional.empty();
		}
	}

	private static SidecarGlance of(JsonParser parser) throws IOException {
		int objects = 0;
		int segments = 0;
		boolean complete = false;
		while (parser.nextToken() == JsonToken.FIELD_NAME) {
			String name = parser.currentName();
			JsonToken value = parser.nextToken();
			if (name.equals("features") && value == JsonToken.START_ARRAY) {
				objects += count(parser);
			} else if (name.equals("annotomy") && value == JsonToken.START_OBJECT) {
				JsonObject header = Json.read(parser).asObject();
				complete = header.bool("complete", false);
				objects += header.list("unplaced").size();
				segments = header.has("voxels") ? header.object("voxels").list("segments").size() : 0;
			} else {
				parser.skipChildren();
			}
		}
		return new SidecarGlance(objects, segments, complete);
	}

	private static int count(JsonParser features) throws IOException {
		int count = 0;
		while (features.nextToken() != JsonToken.END_ARRAY) {
			if (features.currentToken() == null) return count;
			features.skipChildren();
			count++;
		}
		return count;
	}

	/** Such as {@code 12 objects, 1 segment, complete}. */
	public String words() {
		StringBuilder words = new StringBuilder();
		if (objects > 0 || segments == 0) words.append(objects).append(objects == 1 ? " object" : " objects");
		if (segments > 0)
			words.append(words.isEmpty() ? "" : ", ").append(segments).append(segments == 1 ? " segment" : " segments");
		return words.append(complete ? ", complete" : "").toString();
	}
}
