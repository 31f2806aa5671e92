package org.annotomy.imagej.session;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.annotomy.annotation.protocol.ProtocolStamp;
import org.annotomy.json.Json;
import org.annotomy.json.JsonObject;
import org.annotomy.store.AnnotationStore;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/** Under which protocol labels were made: read from the head of the sidecar, before the labels themselves. */
final class LabelledUnder {

	private LabelledUnder() {}

	/** Empty if there is no sidecar, or none of ours, or it cannot be read: opening it will say why. */
	static Optional<ProtocolStamp> of(Path sidecarBase) {
		Path sidecar = AnnotationStore.sidecarOf(sidecarBase);
		return Files.isRegularFile(sidecar) ? read(sidecar) : Optional.empty();
	}

	private static Optional<ProtocolStamp> read(Path sidecar) {
		try (InputStream in = Files.newInputStream(sidecar); JsonParser parser = Json.FACTORY.createParser(in)) {
			if (parser.nextToken() != JsonToken.START_OBJECT) return Optional.empty();
			while (parser.nextToken() == JsonToken.FIELD_NAME) {
				boolean head = parser.currentName().equals("annotomy");
				parser.nextToken();
				if (head) return stamp(Json.read(parser).asObject().object("protocol"));
				parser.skipChildren();
			}
			return Optional.empty();
		} catch (IOException e) {
			return Optional.empty();
		}
	}

	private static Optional<ProtocolStamp> stamp(JsonObject protocol) throws IOException {
		if (!protocol.has("id") || !protocol.has("version")) return Optional.empty();
		return Optional.of(
				new ProtocolStamp(protocol.string("id", ""), protocol.string("version", ""), protocol.string("sha256", null)));
	}
}
