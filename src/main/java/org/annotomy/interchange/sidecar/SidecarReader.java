package org.annotomy.interchange.sidecar;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

import org.annotomy.annotation.detection.DetectionBlock;
import org.annotomy.interchange.sidecar.JsonSlices.Slice;
import org.annotomy.json.JsonException;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonValue;
import org.annotomy.task.Progress;
import org.annotomy.task.Workers;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;

/**
 * Reads sidecars and any GeoJSON that QuPath, GDAL and others write: strict about our own members, tolerant about theirs. What it cannot
 * understand it keeps and tells. Safe against hostile files: nesting and sizes are bounded.
 */
public final class SidecarReader {

	private static final int FEATURES_PER_BATCH = 1000;
	/** From so many on, detections become blocks instead of objects. */
	private static final int MANY_FEATURES = 5000;
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

	/**
	 * Reads a FeatureCollection of any length without holding its text in memory: with all processors, detections into blocks. For a file
	 * that is not as other programs write such masses (comments, a bare Feature) use {@link #read(byte[], Progress)}.
	 *
	 * @param file plain, or packed by gzip; not closed
	 * @param bytes how long the plain text is, for the progress; 0 if nobody knows
	 * @throws JsonException if it is not a FeatureCollection, or our own header is broken; the message names no file
	 */
	public static SidecarContent readStream(InputStream file, long bytes, Progress progress) throws IOException {
		return readStream(file, new int[0], bytes, progress);
	}

	/**
	 * Likewise, with the detections in blocks of so many: as {@link DetectionWriter} wrote them.
	 *
	 * @param rows of each block; what is behind them comes into blocks of any size
	 */
	public static SidecarContent readDetections(InputStream file, int[] rows) throws IOException {
		return readStream(file, rows, 0, Progress.NONE);
	}

	private static SidecarContent readStream(InputStream file, int[] rows, long bytes, Progress progress) throws IOException {
		BufferedInputStream in = new BufferedInputStream(file, 1 << 16);
		in.mark(2);
		boolean packed = in.read() == 0x1F && in.read() == 0x8B;
		in.reset();
		try {
			FeatureStream stream = new FeatureStream(packed ? new GZIPInputStream(in, 1 << 16) : in, rows);
			SeenClasses classes = new SeenClasses();
			FeatureRuns runs = new FeatureRuns(classes);
			runs.read(stream, bytes, progress);
			byte[] frame = stream.frame();
			JsonSlices slices = JsonSlices.of(frame, 0);
			if (slices == null) throw broken(frame, 0);
			return content(frame, slices, classes, runs, stream.count());
		} catch (java.util.zip.ZipException | java.io.EOFException e) {
			throw new JsonException(0, "the packed file is damaged or cut off.");
		} catch (JsonProcessingException e) {
			throw new JsonException(0, "the file is broken or cut off: it is not JSON.");
		}
	}

	private static SidecarContent read(byte[] text, JsonSlices slices, Progress progress) throws IOException {
		boolean collection = slices.isArray() || slices.members().containsKey("type")
				&& isType(tree(text, slices.members().get("type")), "FeatureCollection");
		SeenClasses classes = new SeenClasses();
		FeatureRuns runs = new FeatureRuns(classes);
		JsonSlices features = collection ? slices : slices.whole();
		if (features.count() >= MANY_FEATURES) readMany(text, features, runs, progress);
		else batches(text, features, progress).forEach(runs::add);
		return content(text, slices, classes, runs, slices.count());
	}

	private static SidecarContent content(byte[] text, JsonSlices slices, SeenClasses seen, FeatureRuns runs, int count)
			throws IOException {
		Map<String, JsonValue> top = new LinkedHashMap<>();
		for (Map.Entry<String, Slice> member : slices.members().entrySet())
			top.put(member.getKey(), tree(text, member.getValue()));
		boolean collection = slices.isArray() || isType(top.get("type"), "FeatureCollection");
		boolean ours = collection && top.get("annotomy") instanceof JsonObject;
		SeenClasses classes = new SeenClasses();
		HeaderJson.Parts header = ours ? HeaderJson.decode((JsonObject) top.get("annotomy"), classes) : HeaderJson.none();
		classes.addAll(seen);
		if (!collection) requireFeature(top);
		FeatureBatch unplaced = new FeatureBatch();
		for (int i = 0; i < header.unplaced().size(); i++)
			unplaced.read(header.unplaced().get(i), count + i);
		runs.add(unplaced);
		classes.addAll(unplaced.classes());
		runs.finish();
		ReadReport report = new ReadReport(runs.findings().sentences(), header.readOnlyReason());
		return new SidecarContent(ours, header.header().withKept(runs.kept()), header.image(), header.protocol(),
				header.complete(), runs.objects(), runs.blocks(), header.segments(), header.links(), header.labels(),
				classes.toClasses(), collection ? foreign(top, header.foreign()) : JsonObject.EMPTY, report);
	}

	private static void readMany(byte[] text, JsonSlices slices, FeatureRuns runs, Progress progress) throws IOException {
		SharedTexts texts = new SharedTexts();
		int count = (slices.count() + DetectionBlock.MOST_ROWS - 1) / DetectionBlock.MOST_ROWS;
		DetectionBatch[] batches = new DetectionBatch[count];
		Workers.forEach(count, progress, "Reading labels", i -> {
			int first = i * DetectionBlock.MOST_ROWS;
			int last = Math.min(slices.count(), first + DetectionBlock.MOST_ROWS);
			batches[i] = new DetectionBatch(texts);
			batches[i].read(text, slices.start(first), slices.end(last - 1), first);
		});
		for (DetectionBatch batch : batches)
			runs.add(batch);
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
		if (!isType(top.get("type"), "Feature") && !top.containsKey("coordinates") && !top.containsKey("geometries"))
			throw new JsonException(0, "this is not GeoJSON: it is neither a FeatureCollection nor a Feature nor a geometry.");
	}

	private static JsonObject foreign(Map<String, JsonValue> top, JsonObject inHeader) {
		Map<String, JsonValue> rest = new LinkedHashMap<>(top);
		rest.keySet().removeAll(Set.of("type", "annotomy", "features", "crs"));
		if (!inHeader.isEmpty()) rest.put("annotomy", inHeader);
		return JsonObject.of(rest);
	}

	private static boolean isType(JsonValue value, String type) {
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
