package org.annotomy.interchange.sidecar;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.json.Json;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;

/**
 * Some objects as Features, one per line, that passed {@link QuPathSafeGate}.
 *
 * @param bytes Features separated by a comma and a line feed
 * @param refused those that are not among them
 */
record FeatureChunk(byte[] bytes, int features, List<Refused> refused) {

	static final JsonFactory FACTORY = new JsonFactoryBuilder().rootValueSeparator(",\n").build();
	private static final int BYTES_PER_FEATURE = 640;

	/** An object that QuPath would not open, and why. */
	record Refused(AnnotationObject object, String reason) {}

	/** Gives its array away, so that the gate need not copy it. */
	private static final class Bytes extends ByteArrayOutputStream {

		Bytes(int capacity) {
			super(capacity);
		}

		byte[] array() {
			return buf;
		}

		byte[] inner() {
			return java.util.Arrays.copyOfRange(buf, 1, count - 1);
		}
	}

	/** First as drawn; what the gate refuses once more, its outline repaired; what it then refuses is left out. */
	static FeatureChunk encode(List<AnnotationObject> objects, FeatureEncoder encoder) throws IOException {
		List<AnnotationObject> wanted = objects;
		Set<UUID> doubtful = new HashSet<>();
		List<Refused> refused = new ArrayList<>();
		while (true) {
			List<AnnotationObject> written = new ArrayList<>(wanted.size());
			Bytes bytes = write(wanted, encoder, doubtful, written, refused);
			List<QuPathSafeGate.Problem> problems = judge(bytes);
			if (problems.isEmpty()) return new FeatureChunk(bytes.inner(), written.size(), refused);
			wanted = new ArrayList<>(written);
			for (int i = problems.size() - 1; i >= 0; i--) {
				AnnotationObject object = written.get(problems.get(i).feature());
				if (doubtful.add(object.id())) continue;
				refused.add(new Refused(object, problems.get(i).reason()));
				wanted.remove(problems.get(i).feature());
			}
		}
	}

	private static Bytes write(List<AnnotationObject> objects, FeatureEncoder encoder, Set<UUID> doubtful,
			List<AnnotationObject> written, List<Refused> refused) throws IOException {
		Bytes bytes = new Bytes(objects.size() * BYTES_PER_FEATURE + 2);
		Decimals text = new Decimals();
		bytes.write('[');
		try (JsonGenerator out = FACTORY.createGenerator(bytes, JsonEncoding.UTF8)) {
			for (AnnotationObject object : objects)
				if (encoder.write(object, out, text, doubtful.contains(object.id()))) written.add(object);
				else refused.add(new Refused(object, "it has no length, no area, or no finite place"));
		}
		bytes.write(']');
		return bytes;
	}

	private static List<QuPathSafeGate.Problem> judge(Bytes bytes) throws IOException {
		try (JsonParser parser = Json.FACTORY.createParser(bytes.array(), 0, bytes.size())) {
			parser.nextToken();
			return QuPathSafeGate.checkFeatures(parser);
		}
	}
}
