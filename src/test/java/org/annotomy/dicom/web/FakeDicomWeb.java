package org.annotomy.dicom.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

import org.annotomy.dicom.SyntheticSlice;
import org.annotomy.dicom.multipart.BodyPart;
import org.annotomy.dicom.multipart.MediaType;
import org.annotomy.dicom.multipart.MultipartReader;
import org.annotomy.dicom.codec.PixelFormat;
import org.annotomy.dicom.part10.ByteSource;
import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomFileReader;
import org.annotomy.dicom.part10.DicomWriter;
import org.annotomy.dicom.part10.Tag;

import com.sun.net.httpserver.HttpExchange;

/** A small DICOMweb server in memory with faults to order. */
public final class FakeDicomWeb implements AutoCloseable {

	private static final String JSON = "application/dicom+json";

	private static final String STUDY = """
			[{"0020000D":{"vr":"UI","Value":["2.25.5101"]},"00100010":{"vr":"PN","Value":[{"Alphabetic":"Secret^Name"}]},
			"00100020":{"vr":"LO","Value":["SECRET"]},"00080020":{"vr":"DA","Value":["20240131"]}}]""";
	private static final String SERIES = """
			[{"0020000E":{"vr":"UI","Value":["2.25.5102"]},"00080060":{"vr":"CS","Value":["CT"]},
			"00200011":{"vr":"IS","Value":[7]},"00201209":{"vr":"IS","Value":["12"]}}]""";

	public final FakeServer server = new FakeServer();
	/** Objects by SOP Instance UID. */
	public final Map<String, byte[]> objects = new TreeMap<>();
	/** Objects that are sent are not taken, for the reason 0122. */
	public final Set<String> unwanted = ConcurrentHashMap.newKeySet();
	/** Retrieves of these are answered with 500. */
	public final Set<String> broken = ConcurrentHashMap.newKeySet();
	/** A retrieve of the series breaks off after so many objects; -1 for never. */
	public volatile int breaksAfter = -1;
	/** A request with more objects is answered with 413. */
	public volatile int mostAtOnce = 1000;
	/** Whether a retrieve of any series gives all objects. */
	public volatile boolean mixesSeries;
	/** The token that is asked for; empty for none. */
	public volatile String password = "";
	/** While it is closed, objects are not given. */
	public volatile CountDownLatch gate = new CountDownLatch(0);
	/** Status of the answer to a question for frames; 200 gives them. */
	public volatile int framesStatus = 200;
	/** A request for more frames is answered with 400. */
	public volatile int mostFramesAtOnce = 1000;
	/** Frames (from 1) that are answered with 503, until they are taken out. */
	public final Set<Integer> brokenFrames = ConcurrentHashMap.newKeySet();
	/** Frames are only given to this length. */
	public volatile int framesCutTo = Integer.MAX_VALUE;
	/** Of an answer with objects only so many bytes are sent, then nothing until the server is closed. */
	public volatile int stallsAfter = Integer.MAX_VALUE;
	/** Instead of storing anything. */
	public volatile int storeStatus;

	/** Frames are held back until it is open. */
	public volatile CountDownLatch frameGate = new CountDownLatch(0);

	private final CountDownLatch closed = new CountDownLatch(1);

	public FakeDicomWeb() throws IOException {
		server.answerWith(this::handle);
	}

	/** Holds so many slices of the synthetic series. */
	public FakeDicomWeb withSlices(int count) throws IOException {
		for (int k = 1; k <= count; k++)
			objects.put("2.25." + k, DicomWriter.toBytes(SyntheticSlice.at(k, k).build()));
		return this;
	}

	private void handle(HttpExchange exchange) throws IOException {
		String path = exchange.getRequestURI().getPath();
		if (!password.isEmpty() && !("Bearer " + password).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
			FakeServer.answer(exchange, 401, "text/plain", "");
			return;
		}
		if (exchange.getRequestMethod().equals("POST")) store(exchange);
		else if (path.endsWith("/studies")) FakeServer.answer(exchange, 200, JSON, STUDY);
		else if (path.endsWith("/series")) FakeServer.answer(exchange, 200, JSON, SERIES);
		else if (path.matches(".*/(thumbnail|rendered|metadata)")) FakeServer.answer(exchange, 404, "text/plain", "");
		else if (path.endsWith("/instances")) list(exchange);
		else if (path.contains("/frames/")) frame(exchange, path);
		else if (path.contains("/instances/")) retrieve(exchange, List.of(path.substring(path.lastIndexOf('/') + 1)), -1);
		else
			if (path.contains("/series/"))
				retrieve(exchange, of(path.substring(path.lastIndexOf('/') + 1)), breaksAfter);
			else
				FakeServer.answer(exchange, 404, "text/plain", "");
	}

	private List<String> of(String series) throws IOException {
		List<String> uids = new ArrayList<>();
		for (Map.Entry<String, byte[]> object : objects.entrySet())
			if (mixesSeries || tag(object.getValue(), Tag.SERIES_INSTANCE_UID).equals(series)) uids.add(object.getKey());
		return uids;
	}

	private void list(HttpExchange exchange) throws IOException {
		String series = exchange.getRequestURI().getPath().replaceAll(".*/series/([0-9.]*)/.*", "$1");
		StringBuilder text = new StringBuilder("[");
		int number = 0;
		for (Map.Entry<String, byte[]> object : objects.entrySet())
			if (tag(object.getValue(), Tag.SERIES_INSTANCE_UID).equals(series))
				text.append(number++ == 0 ? "" : ",").append("{\"00080018\":{\"vr\":\"UI\",\"Value\":[\"").append(object.getKey())
						.append("\"]},\"00280008\":{\"vr\":\"IS\",\"Value\":[").append(frames(object.getValue()))
						.append("]},\"00200013\":{\"vr\":\"IS\",\"Value\":[").append(number).append("]}}");
		FakeServer.answer(exchange, 200, JSON, text + "]");
	}

	/** A frame as a plain file has it. */
	private void frame(HttpExchange exchange, String path) throws IOException {
		await();
		await(frameGate);
		String[] parts = path.split("/");
		List<Integer> numbers = Arrays.stream(parts[parts.length - 1].split(",")).map(Integer::valueOf).toList();
		int status = numbers.stream().anyMatch(brokenFrames::contains)
				? 503
				: numbers.size() > mostFramesAtOnce ? 400 : framesStatus;
		if (status != 200) {
			FakeServer.answer(exchange, status, "text/plain", "no");
			return;
		}
		DicomDataset dataset = dataset(objects.get(parts[parts.length - 3]));
		int length = (int) PixelFormat.of(dataset).frameBytes();
		byte[] pixels = dataset.element(Tag.PIXEL_DATA).orElseThrow().bytes().toArray();
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		for (int number : numbers) {
			body.writeBytes("--b\r\nContent-Type: application/octet-stream; transfer-syntax=1.2.840.10008.1.2.1\r\n\r\n"
					.getBytes(StandardCharsets.US_ASCII));
			body.write(pixels, (number - 1) * length, Math.min(length, framesCutTo));
			body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
		}
		body.writeBytes("--b--".getBytes(StandardCharsets.US_ASCII));
		FakeServer.answer(exchange, 200, "multipart/related; type=\"application/octet-stream\"; boundary=b", body.toByteArray());
	}

	private static int frames(byte[] object) throws IOException {
		return dataset(object).integer(Tag.NUMBER_OF_FRAMES, 1);
	}

	private void retrieve(HttpExchange exchange, List<String> uids, int breakAfter) throws IOException {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		int sent = 0;
		await();
		for (String uid : uids) {
			if (broken.contains(uid)) {
				if (uids.size() == 1) FakeServer.answer(exchange, 500, "text/plain", "Mr Doe is ill");
				continue;
			}
			body.writeBytes("--b\r\nContent-Type: application/dicom\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
			if (sent++ == breakAfter) break;
			body.writeBytes(objects.get(uid));
			body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
		}
		if (breakAfter < 0) body.writeBytes("--b--".getBytes(StandardCharsets.US_ASCII));
		if (sent > 0 && body.size() > stallsAfter) stall(exchange, body.toByteArray());
		else if (sent > 0) FakeServer.answer(exchange, 200, "multipart/related; boundary=b", body.toByteArray());
	}

	private void stall(HttpExchange exchange, byte[] body) throws IOException {
		exchange.getResponseHeaders().set("Content-Type", "multipart/related; boundary=b");
		exchange.sendResponseHeaders(200, body.length);
		exchange.getResponseBody().write(body, 0, stallsAfter);
		exchange.getResponseBody().flush();
		await(closed);
	}

	private void await() {
		await(gate);
	}

	private static void await(CountDownLatch gate) {
		try {
			gate.await();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	private void store(HttpExchange exchange) throws IOException {
		MultipartReader reader = new MultipartReader(exchange.getRequestBody(),
				MediaType.of(exchange.getRequestHeaders().getFirst("Content-Type")), 1 << 26, 1000);
		Map<String, byte[]> sent = new TreeMap<>();
		for (Optional<BodyPart> part = reader.next(); part.isPresent(); part = reader.next()) {
			byte[] bytes = part.get().content().readAllBytes();
			sent.put(tag(bytes, Tag.SOP_INSTANCE_UID), bytes);
		}
		int status = storeStatus != 0 ? storeStatus : sent.size() > mostAtOnce ? 413 : 0;
		if (status != 0) {
			FakeServer.answer(exchange, status, "text/plain", "no");
			return;
		}
		StringBuilder good = new StringBuilder();
		StringBuilder bad = new StringBuilder();
		sent.forEach((uid, bytes) -> {
			StringBuilder list = unwanted.contains(uid) ? bad : good;
			list.append(list.isEmpty() ? "" : ",").append("{\"00081155\":{\"vr\":\"UI\",\"Value\":[\"").append(uid).append("\"]}")
					.append(unwanted.contains(uid) ? ",\"00081197\":{\"vr\":\"US\",\"Value\":[290]}}" : "}");
			if (!unwanted.contains(uid)) objects.put(uid, bytes);
		});
		FakeServer.answer(exchange, bad.isEmpty() ? 200 : 202, JSON, "{\"00081199\":{\"vr\":\"SQ\",\"Value\":[" + good
				+ "]},\"00081198\":{\"vr\":\"SQ\",\"Value\":[" + bad + "]}}");
	}

	private static String tag(byte[] object, int tag) throws IOException {
		return dataset(object).string(tag, "");
	}

	private static DicomDataset dataset(byte[] object) throws IOException {
		try (ByteSource source = ByteSource.of(object)) {
			return DicomFileReader.read(source).dataset();
		}
	}

	/** How many requests begin so. */
	public long requests(String begin) {
		return server.requests().stream().filter(r -> r.startsWith(begin)).count();
	}

	/** A client for it. */
	public DicomWebClient client() {
		return new DicomWebClient(server.entry(), Credentials.NONE);
	}

	@Override
	public void close() {
		closed.countDown();
		server.close();
	}
}
