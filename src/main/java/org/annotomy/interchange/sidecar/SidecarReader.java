package org.annotomy.interchange.sidecar;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.interchange.sidecar.JsonSlices.Slice;
import org.annotomy.json.JsonException;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonValue;
import org.annotomy.task.Progress;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;

/**
 * Reads sidecars and any GeoJSON that QuPath, GDAL and others write: strict about our own members, tolerant about theirs. What it cannot
 * understand it keeps and tells. Safe against hostile files: nesting and sizes are bounded.
 */
public final class SidecarReader {

	private static final int FEATURES_PER_BATCH = 1000;
	/** A packed file may not grow beyond this. */
	private static final int LARGEST_UNPACKED = 1 << 30;

	private SidecarReader() {}

	/**
	 * Reads a whole file, plain or packed by gzip, with all processors.
	 *
	 * @throws JsonException if it is not GeoJSON, or our own header is broken; the message names no file
	 */
	public static SidecarContent read(byte[] file, Progress progress) throws IOException {
		byte[] text = unpacked(file);
		int from = textStart(text);
		JsonSlices slices = JsonSlices.of(text, from);
		if (slices == null) throw broken(text, from);
		try {
			return read(text, slices, progress);
		} catch (JsonProcessingException e) {
			throw broken(text, from);
		}
	}

	private static SidecarContent read(byte[] text, JsonSlices slices, Progress progress) throws IOException {
		Map<String, JsonValue> top = new LinkedHashMap<>();
		for (Map.Entry<String, Slice> member : slices.members().entrySet())
			top.put(member.getKey(), tree(text, member.getValue()));
		SeenClasses classes = new SeenClasses();
		boolean collection = slices.isArray() || isType(top, "FeatureCollection");
		boolean ours = collection && top.get("annotomy") instanceof JsonObject;
		HeaderJson.Parts header = ours ? HeaderJson.decode((JsonObject) top.get("annotomy"), classes) : HeaderJson.none();
		if (!collection) requireFeature(top);
		List<FeatureBatch> batches = batches(text, collection ? slices : slices.whole(), progress);
		FeatureBatch unplaced = new FeatureBatch();
		for (int i = 0; i < header.unplaced().size(); i++)
			unplaced.read(header.unplaced().get(i), slices.count() + i);
		List<FeatureBatch> all = new ArrayList<>(batches);
		all.add(unplaced);
		JsonObject foreign = collection ? foreign(top, header.foreign()) : JsonObject.EMPTY;
		return content(ours, header, all, classes, foreign);
	}

	private static SidecarContent content(boolean ours, HeaderJson.Parts header, List<FeatureBatch> batches, SeenClasses classes,
			JsonObject foreign) {
		Findings findings = new Findings();
		List<AnnotationObject> objects = new ArrayList<>();
		List<JsonObject> kept = new ArrayList<>();
		Set<UUID> ids = new HashSet<>();
		for (FeatureBatch batch : batches) {
			findings.addAll(batch.findings());
			classes.addAll(batch.classes());
			kept.addAll(batch.kept());
			for (AnnotationObject object : batch.objects())
				objects.add(unique(object, ids, findings));
		}
		ReadReport report = new ReadReport(findings.sentences(), header.readOnlyReason());
		return new SidecarContent(ours, header.header().withKept(kept), header.image(), header.protocol(), header.complete(),
				objects, header.segments(), header.links(), header.labels(), classes.toClasses(), foreign, report);
	}

	private static AnnotationObject unique(AnnotationObject object, Set<UUID> ids, Findings findings) {
		if (ids.add(object.id())) return object;
		findings.at(ids.size());
		findings.add("its id was used before; it was given another one");
		UUID id = object.id();
		for (int i = 1; !ids.add(id); i++)
			id = FeatureIds.derived(object.id(), i);
		return FeatureIds.renamed(object, id);
	}

	private static List<FeatureBatch> batches(byte[] text, JsonSlices slices, Progress progress) throws IOException {
		int count = (slices.count() + FEATURES_PER_BATCH - 1) / FEATURES_PER_BATCH;
		try {
			return IntStream.range(0, count).parallel().mapToObj(i -> {
				progress.checkCancelled();
				progress.update((double) i / count, "Reading labels");
				return batch(text, slices, i * FEATURES_PER_BATCH,
						Math.min(slices.count(), (i + 1) * FEATURES_PER_BATCH));
			}).toList();
		} catch (UncheckedIOException e) {
			throw e.getCause();
		}
	}

	private static FeatureBatch batch(byte[] text, JsonSlices slices, int first, int last) {
		try {
			FeatureBatch batch = new FeatureBatch();
			batch.read(text, slices, first, last);
			return batch;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** A bare Feature or geometry. */
	private static void requireFeature(Map<String, JsonValue> top) throws JsonException {
		if (!isType(top, "Feature") && !top.containsKey("coordinates") && !top.containsKey("geometries"))
			throw new JsonException(0, "this is not GeoJSON: it is neither a FeatureCollection nor a Feature nor a geometry.");
	}

	private static JsonObject foreign(Map<String, JsonValue> top, JsonObject inHeader) {
		Map<String, JsonValue> rest = new LinkedHashMap<>(top);
		rest.keySet().removeAll(Set.of("type", "annotomy", "features", "crs"));
		if (!inHeader.isEmpty()) rest.put("annotomy", inHeader);
		return JsonObject.of(rest);
	}

	private static boolean isType(Map<String, JsonValue> top, String type) {
		JsonValue value = top.get("type");
		return value != null && value.toString().equals('"' + type + '"');
	}

	private static JsonValue tree(byte[] text, Slice slice) throws IOException {
		try (JsonParser parser = FeatureParser.TOLERANT.createParser(text, slice.from(), slice.to() - slice.from())) {
			parser.nextToken();
			return new FeatureParser(parser, new Findings()).tree();
		}
	}

	/** Behind the byte order mark, if there is one. */
	static int textStart(byte[] text) {
		return startsWith(text, 0xEF, 0xBB, 0xBF) ? 3 : 0;
	}

	/** What is wrong with the text, with its line. */
	static JsonException broken(byte[] text, int from) throws IOException {
		if (new String(text, StandardCharsets.ISO_8859_1).contains("\n<<<<<<< "))
			return new JsonException(0,
					"the file has the marks of a merge by git that was not finished. Merge both versions anew.");
		try (JsonParser parser = FeatureParser.TOLERANT.createParser(text, from, text.length - from)) {
			JsonToken token = parser.nextToken();
			while (token != null)
				token = parser.nextToken();
			return new JsonException(0, "the file is not one JSON value.");
		} catch (JsonProcessingException e) {
			int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
			return new JsonException(line, "the file is broken here or cut off: it is not JSON.");
		}
	}

	private static byte[] unpacked(byte[] file) throws IOException {
		if (!startsWith(file, 0x1F, 0x8B)) return file;
		try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(file), 1 << 16)) {
			int most = (int) Math.min(LARGEST_UNPACKED, Runtime.getRuntime().maxMemory() / 4);
			byte[] text = in.readNBytes(most + 1);
			if (text.length > most) throw new JsonException(0, "the packed file is too large when unpacked.");
			return text;
		} catch (java.util.zip.ZipException | java.io.EOFException e) {
			throw new JsonException(0, "the packed file is damaged or cut off.");
		}
	}

	private static boolean startsWith(byte[] text, int... bytes) {
		if (text.length < bytes.length) return false;
		for (int i = 0; i < bytes.length; i++)
			if ((text[i] & 0xff) != bytes[i]) return false;
		return true;
	}
}
