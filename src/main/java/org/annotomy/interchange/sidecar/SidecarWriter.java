package org.annotomy.interchange.sidecar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.json.Json;
import org.annotomy.json.JsonObject;
import org.annotomy.task.Progress;

/**
 * Writes a document as a sidecar: a FeatureCollection, one Feature per line, sorted by id, our own member before the features. The same
 * document gives the same bytes. Knows no file names, paths, users or machines, so none can get in.
 */
public final class SidecarWriter {

	private static final int OBJECTS_PER_CHUNK = 2000;
	static final byte[] BETWEEN = {',', '\n'};

	private SidecarWriter() {}

	/**
	 * Detections are not among its features: the header says which packs hold them ({@link DetectionWriter}).
	 * Objects that QuPath could not open are written to {@code annotomy.unplaced}, without loss, and told. Uses all processors.
	 *
	 * @param header of this save: see {@link SidecarHeader#next}
	 */
	public static SidecarFile write(AnnotationDocument document, SidecarHeader header, Progress progress) {
		AnnotationObject[] objects = document.individualObjects().toArray(AnnotationObject[]::new);
		Arrays.sort(objects, (a, b) -> FeatureIds.ORDER.compare(a.id(), b.id()));
		FeatureEncoder encoder = new FeatureEncoder(document.protocol());
		int count = (objects.length + OBJECTS_PER_CHUNK - 1) / OBJECTS_PER_CHUNK;
		List<FeatureChunk> chunks = IntStream.range(0, count).parallel().mapToObj(i -> {
			progress.checkCancelled();
			progress.update((double) i / count, "Writing labels");
			List<AnnotationObject> part = Arrays.asList(objects).subList(i * OBJECTS_PER_CHUNK,
					Math.min(objects.length, (i + 1) * OBJECTS_PER_CHUNK));
			return encode(part, encoder);
		}).toList();
		List<JsonObject> unplaced = new ArrayList<>(header.kept());
		List<SidecarFile.Unplaced> told = new ArrayList<>();
		for (FeatureChunk chunk : chunks)
			for (FeatureChunk.Refused refused : chunk.refused()) {
				unplaced.add(encoder.encode(refused.object()));
				told.add(new SidecarFile.Unplaced(refused.object().id(), refused.reason()));
			}
		return assemble(document, HeaderJson.encode(document, header, unplaced), chunks, told);
	}

	private static FeatureChunk encode(List<AnnotationObject> objects, FeatureEncoder encoder) {
		try {
			return FeatureChunk.encode(objects, encoder);
		} catch (IOException e) {
			throw new UncheckedIOException("writing to memory", e);
		}
	}

	private static SidecarFile assemble(AnnotationDocument document, JsonObject annotomy, List<FeatureChunk> chunks,
			List<SidecarFile.Unplaced> unplaced) {
		JsonObject known = JsonObject.builder().put("type", "FeatureCollection").put("annotomy", annotomy).build();
		String top = Json.write(Members.join(known, document.foreign().without(Set.of("annotomy", "features", "crs"))));
		List<byte[]> pieces = new ArrayList<>();
		pieces.add((top.substring(0, top.length() - 1) + ",\"features\":[\n").getBytes(StandardCharsets.UTF_8));
		int features = 0;
		for (FeatureChunk chunk : chunks) {
			if (chunk.features() == 0) continue;
			if (features > 0) pieces.add(BETWEEN);
			pieces.add(chunk.bytes());
			features += chunk.features();
		}
		pieces.add((features > 0 ? "\n]}\n" : "]}\n").getBytes(StandardCharsets.UTF_8));
		return new SidecarFile(pieces, features, unplaced);
	}
}
