package org.annotomy.dicom.web;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPOutputStream;

import org.annotomy.dicom.study.StudyQuery;
import org.annotomy.dicom.web.WebException.Kind;
import org.annotomy.task.CancelledException;
import org.annotomy.task.Progress;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;
import org.junit.rules.TemporaryFolder;

/** The client against servers that are odd, broken or hostile. */
public class BadServerTest {

	private static final String JSON = "application/dicom+json";
	private static final String SECRET = "sesame-4711";
	private static final WebLimits SMALL = new WebLimits(Duration.ofSeconds(5), Duration.ofSeconds(20), 4 << 20, 1 << 20, 1 << 20,
			1 << 20, 100);
	private static final WebLimits IMPATIENT = new WebLimits(Duration.ofSeconds(5), Duration.ofMillis(200), 4 << 20, 1 << 20,
			1 << 20, 1 << 20, 100);

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private FakeServer server;
	private DicomWebClient client;

	@Before
	public void start() throws IOException {
		server = new FakeServer();
		client = new DicomWebClient(server.entry(), Credentials.NONE, SMALL);
	}

	@After
	public void stop() {
		client.close();
		server.close();
	}

	private static String study(int number) {
		return "{\"0020000D\":{\"vr\":\"UI\",\"Value\":[\"1.2." + number + "\"]}}";
	}

	private int studies() throws IOException {
		return client.studies(StudyQuery.ALL, Progress.NONE).rows().size();
	}

	private List<String> parts() throws IOException {
		List<String> parts = new ArrayList<>();
		client.retrieveSeries("1.2", "1.3",
				part -> parts.add(new String(part.content().readAllBytes(), StandardCharsets.ISO_8859_1)),
				Progress.NONE);
		return parts;
	}

	private static void assertFails(Kind kind, String message, ThrowingRunnable action) {
		WebException failure = assertThrows(WebException.class, action);
		assertEquals(message, failure.getMessage());
		assertEquals(kind, failure.kind());
	}

	@Test
	public void nothingFoundIsSaidInManyWays() throws IOException {
		server.answerWith(204, null, "");
		assertEquals(0, studies());
		server.answerWith(200, JSON, "[]");
		assertEquals(0, studies());
		server.answerWith(200, null, "[" + study(1) + "]");
		assertEquals("no content type", 1, studies());
	}

	@Test
	public void serversPageWellBadlyOrNotAtAll() throws IOException {
		server.answerWith(200, JSON, "[" + study(1) + "," + study(2) + "]");
		assertEquals(2, studies());
		assertEquals("fewer than asked for is the end", 1, server.requests().size());
		StringBuilder all = new StringBuilder("[" + study(0));
		for (int i = 1; i < 100; i++)
			all.append(",").append(study(i));
		server.answerWith(200, JSON, all + "]");
		assertEquals("the same page again and again", 100, studies());
		assertEquals(3, server.requests().size());
		server.answerWith(200, JSON, all + "," + study(100) + "]");
		assertEquals("all at once", 101, studies());
		assertEquals(4, server.requests().size());
	}

	@Test
	public void rowsWithoutAUsableUidAreLeftOut() throws IOException {
		for (String uid : List.of("../../etc/passwd", "1.2/../3", "", "1..2", "1.2.", "9".repeat(65), "1.2%2e"))
			server.answerWith(200, JSON, "[{\"0020000D\":{\"vr\":\"UI\",\"Value\":[\"" + uid + "\"]}}," + study(1) + "]");
		assertEquals(1, studies());
	}

	@Test
	public void pathsNeverGetIntoAddresses() {
		for (String uid : List.of("../admin", "1.2/../..", "1.2?x", "", "1..2", ".", "1.2.", "1".repeat(65)))
			assertThrows(uid, IllegalArgumentException.class, () -> client.series(uid, Progress.NONE));
		assertEquals(List.of(), server.requests());
	}

	@Test
	public void anAnswerThatIsNoDicomJsonIsRefused() {
		String login = "The server answered with something else than DICOM JSON."
				+ " Is that its DICOMweb address, or a page to log in at?";
		server.answerWith(200, "text/html", "<html>Log in, Mr Doe</html>");
		assertFails(Kind.BAD_ANSWER, login, this::studies);
		for (String body : List.of("", "{", "[1]", "[{}", "\"text\"", "[{\"0020000D\":{\"vr\":\"UI\",\"Value\":[\"1.2",
				"nonsense")) {
			server.answerWith(200, JSON, body);
			if (!body.isEmpty()) assertFails(Kind.BAD_ANSWER, "The server's answer is no valid DICOM JSON.", this::studies);
		}
	}

	@Test
	public void bombsOfJsonDoNotGoOff() {
		String large = "The server's answer is larger than an honest one. It was not read further.";
		server.answerWith(200, JSON, "[{\"00081030\":{\"vr\":\"LO\",\"Value\":[\"" + "x".repeat(3 << 20));
		assertFails(Kind.BAD_ANSWER, large, this::studies);
		server.answerWith(200, JSON, "[{\"00081030\":{\"vr\":\"LO\",\"Value\":[" + "1,".repeat(2 << 20));
		assertFails(Kind.BAD_ANSWER, large, this::studies);
		server.answerWith(200, JSON, "[" + "{\"a\":1},".repeat(1 << 20));
		assertFails(Kind.BAD_ANSWER, large, this::studies);
		server.answerWith(200, JSON, "[".repeat(100_000));
		assertThrows(WebException.class, this::studies);
		server.answerWith(200, JSON, "[" + "{\"00081140\":{\"vr\":\"SQ\",\"Value\":[".repeat(10_000));
		assertThrows(WebException.class, this::studies);
	}

	@Test
	public void aCompressedBombDoesNotGoOff() throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
			zip.write("[{\"00081030\":{\"vr\":\"LO\",\"Value\":[\"".getBytes(StandardCharsets.US_ASCII));
			byte[] block = "x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
			for (int i = 0; i < 100; i++)
				zip.write(block);
		}
		server.answerWith(exchange -> {
			exchange.getResponseHeaders().set("Content-Encoding", "gzip");
			FakeServer.answer(exchange, 200, JSON, bytes.toByteArray());
		});
		assertThrows(WebException.class, this::studies);
	}

	@Test
	public void anAnswerMayBeCompressed() throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
			zip.write(("[" + study(1) + "]").getBytes(StandardCharsets.US_ASCII));
		}
		server.answerWith(exchange -> {
			exchange.getResponseHeaders().set("Content-Encoding", "gzip");
			FakeServer.answer(exchange, 200, JSON, bytes.toByteArray());
		});
		assertEquals(1, studies());
	}

	@Test
	public void anAnswerMayOnlySayThatItIsCompressed() throws IOException {
		int[] status = {401};
		String[] body = {""};
		server.answerWith(exchange -> {
			exchange.getResponseHeaders().set("Content-Encoding", "gzip");
			FakeServer.answer(exchange, status[0], JSON, body[0]);
		});
		assertFails(Kind.UNAUTHORISED, "The server does not accept the credentials (401). Check them.", this::studies);
		status[0] = 204;
		assertEquals(0, studies());
		assertEquals(List.of(), parts());
		status[0] = 200;
		body[0] = "[]";
		String broken = "The server's answer is compressed in a broken way.";
		assertFails(Kind.BAD_ANSWER, broken, this::studies);
		assertFails(Kind.BAD_ANSWER, broken, () -> client.metadata("1.2", "1.3", dataset -> {}, Progress.NONE));
		assertEquals(Optional.empty(), client.rendered("1.2", "1.3", "1.4", Progress.NONE));
	}

	@Test
	public void contentTypesMayBeMalformed() throws IOException {
		String body = "--b\r\nContent-Type: application/dicom\r\n\r\none\r\n--b\r\n\r\ntwo\r\n--b--";
		for (String type : new String[]{"multipart/related; type=\"application/dicom; transfer-syntax=1.2\"; boundary=b",
				"multipart/related; boundary=\"b", "MULTIPART/RELATED;Boundary=b;", "multipart/mixed", null}) {
			server.answerWith(200, type, body);
			assertEquals(type, List.of("one", "two"), parts());
		}
		server.answerWith(200, "multipart/related; boundary=b", "--b\nA: 1\n\none\n--b\n\ntwo\n--b--");
		assertEquals("LF alone", List.of("one", "two"), parts());
		server.answerWith(206, "application/dicom", "alone");
		assertEquals("a single object", List.of("alone"), parts());
		server.answerWith(204, null, "");
		assertEquals("nothing", List.of(), parts());
		server.answerWith(200, "text/html", "<html>");
		assertFails(Kind.BAD_ANSWER,
				"The server answered with text instead of images. Is that its DICOMweb address, or a page to log in at?",
				this::parts);
	}

	@Test
	public void storedSyntaxIsAskedForFirst() throws IOException {
		List<String> accepted = new ArrayList<>();
		server.answerWith(exchange -> {
			accepted.add(exchange.getRequestHeaders().getFirst("Accept"));
			boolean any = accepted.get(accepted.size() - 1).contains("transfer-syntax=*");
			FakeServer.answer(exchange, any ? 406 : 200, "multipart/related; boundary=b", any ? "" : "--b\r\n\r\nx\r\n--b--");
		});
		assertEquals(List.of("x"), parts());
		assertEquals(List.of("multipart/related; type=\"application/dicom\"; transfer-syntax=*",
				"multipart/related; type=\"application/dicom\""), accepted);
	}

	@Test
	public void hugePartsAndManyPartsAreRefused() {
		server.answerWith(200, "multipart/related; boundary=b", "--b\r\n\r\n" + "x".repeat(2 << 20) + "\r\n--b--");
		assertFails(Kind.BAD_ANSWER, "A part of the answer is larger than the limit of 1 MB.", this::parts);
		server.answerWith(200, "multipart/related; boundary=b", "--b\r\n\r\nx\r\n".repeat(101) + "--b--");
		assertFails(Kind.BAD_ANSWER, "The answer has more than 100 parts.", this::parts);
	}

	@Test
	public void aBodyThatBreaksOffIsTold() {
		server.answerWith(200, "multipart/related; boundary=b", "--b\r\n\r\nwhole\r\n--b\r\n\r\nhal");
		assertFails(Kind.UNREACHABLE, "The server's answer was cut off.", this::parts);
		server.answerWith(exchange -> {
			exchange.getResponseHeaders().set("Content-Type", "multipart/related; boundary=b");
			exchange.sendResponseHeaders(200, 1000);
			exchange.getResponseBody().write("--b\r\n\r\nhalf".getBytes(StandardCharsets.US_ASCII));
			exchange.getResponseBody().flush();
			exchange.close();
		});
		assertFails(Kind.UNREACHABLE, "The connection to the server broke.", this::parts);
	}

	/** A server that answers each connection with this, whatever was asked: a client may try again. */
	private static ServerSocket raw(String answer) throws IOException {
		ServerSocket socket = new ServerSocket(0);
		Thread answering = new Thread(() -> {
			while (!socket.isClosed())
				try (var connection = socket.accept()) {
					connection.getInputStream().read(new byte[4096]);
					connection.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
				} catch (IOException e) {
					// The client has gone, or the test is over.
				}
		});
		answering.setDaemon(true);
		answering.start();
		return socket;
	}

	@Test
	public void aLengthIsNotBelieved() throws IOException {
		try (ServerSocket raw = raw("HTTP/1.1 200 OK\r\nContent-Type: multipart/related; boundary=b\r\n"
				+ "Content-Length: 9000000000000000000\r\n\r\n--b\r\nContent-Length: 9000000000000000000\r\n\r\nx\r\n--b--\r\n");
				DicomWebClient raised = new DicomWebClient(
						WebServer.of("Raw", "http://127.0.0.1:" + raw.getLocalPort()), Credentials.NONE, SMALL)) {
			List<String> parts = new ArrayList<>();
			raised.retrieveStudy("1.2", part -> parts.add(new String(part.content().readAllBytes(), StandardCharsets.US_ASCII)),
					Progress.NONE);
			assertEquals(List.of("x"), parts);
		}
	}

	@Test
	public void statusesAreSaidInWords() {
		Map<Integer, String> words = Map.of(401, "The server does not accept the credentials (401). Check them.", 403,
				"The server does not allow this to you (403).", 503, "The server answered 503: it is too busy. Try again later.",
				500,
				"The server answered 500: it has failed. Try again later, or ask who runs it.", 400,
				"The server answered 400, which this program did not expect.");
		words.forEach((status, message) -> {
			server.answerWith(status, "text/plain", "Patient John Doe is not available");
			assertEquals(message, assertThrows(WebException.class, this::studies).getMessage());
		});
	}

	@Test
	public void aRedirectOnTheSameHostIsFollowed() throws IOException {
		server.answerWith(exchange -> {
			boolean first = exchange.getRequestURI().getPath().startsWith("/dicom-web");
			if (first) exchange.getResponseHeaders().set("Location", "/elsewhere");
			FakeServer.answer(exchange, first ? 302 : 200, JSON, first ? "" : "[" + study(1) + "]");
		});
		assertEquals(1, studies());
	}

	@Test
	public void noRedirectTakesCredentialsElsewhere() throws IOException {
		try (FakeServer other = new FakeServer()) {
			List<String> heard = new ArrayList<>();
			other.answerWith(exchange -> {
				heard.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
				FakeServer.answer(exchange, 200, JSON, "[" + study(1) + "]");
			});
			server.answerWith(exchange -> {
				exchange.getResponseHeaders().set("Location", other.address() + "/studies");
				FakeServer.answer(exchange, 302, null, "");
			});
			WebServer entry = new WebServer("Fake", WebServer.address(server.address()), AuthKind.BEARER, "", "", false);
			try (DicomWebClient trusted = new DicomWebClient(entry, Credentials.of(entry, SECRET), SMALL)) {
				assertFails(Kind.UNSAFE,
						"The server sends to another host. Credentials and images go only to the one that you named."
								+ " This was not followed.",
						() -> trusted.studies(StudyQuery.ALL, Progress.NONE));
			}
			assertEquals(List.of(), heard);
			assertEquals("without credentials", 1, studies());
			assertEquals(List.of("null"), heard);
		}
	}

	@Test
	public void badRedirectsAreRefused() {
		for (String location : List.of("ftp://127.0.0.1/", "file:///etc/passwd", "http://example.invalid/", ":::", "")) {
			server.answerWith(exchange -> {
				if (!location.isEmpty()) exchange.getResponseHeaders().set("Location", location);
				FakeServer.answer(exchange, 301, null, "");
			});
			Kind kind = assertThrows(location, WebException.class, this::studies).kind();
			assertTrue(location, kind == Kind.UNSAFE || kind == Kind.BAD_ANSWER);
		}
		server.answerWith(exchange -> {
			exchange.getResponseHeaders().set("Location", exchange.getRequestURI().toString());
			FakeServer.answer(exchange, 302, null, "");
		});
		assertFails(Kind.BAD_ANSWER, "The server sends from one address to the next without end.", this::studies);
	}

	@Test
	public void credentialsAreSentAndNeverShown() throws IOException {
		List<String> heard = new ArrayList<>();
		server.answerWith(exchange -> {
			heard.add(exchange.getRequestHeaders().getFirst("X-Api-Key") + "|"
					+ exchange.getRequestHeaders().getFirst("Authorization"));
			FakeServer.answer(exchange, 401, "text/plain", SECRET);
		});
		WebServer entry = new WebServer("Fake", WebServer.address(server.address()), AuthKind.HEADER, "X-Api-Key", "", false);
		Credentials credentials = Credentials.of(entry, SECRET);
		assertEquals("credentials", credentials.toString());
		try (DicomWebClient trusted = new DicomWebClient(entry, credentials, SMALL)) {
			WebException failure = assertThrows(WebException.class, () -> trusted.studies(StudyQuery.ALL, Progress.NONE));
			for (Throwable cause = failure; cause != null; cause = cause.getCause())
				assertFalse(cause.toString(), cause.toString().contains(SECRET));
		}
		assertEquals(List.of(SECRET + "|null"), heard);
		IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
				() -> Credentials.of(entry, SECRET + "\r\nX-Evil: 1"));
		assertFalse(refused.getMessage().contains(SECRET));
	}

	@Test
	public void aSilentServerIsNotWaitedFor() throws IOException {
		CountDownLatch over = new CountDownLatch(1);
		server.answerWith(exchange -> hold(over));
		try (DicomWebClient impatient = new DicomWebClient(server.entry(), Credentials.NONE, IMPATIENT)) {
			WebException failure = assertThrows(WebException.class, () -> impatient.studies(StudyQuery.ALL, Progress.NONE));
			assertEquals(Kind.TIMED_OUT, failure.kind());
			server.answerWith(exchange -> {
				exchange.getResponseHeaders().set("Content-Type", JSON);
				exchange.sendResponseHeaders(200, 0);
				exchange.getResponseBody().write('[');
				exchange.getResponseBody().flush();
				hold(over);
			});
			failure = assertThrows(WebException.class, () -> impatient.studies(StudyQuery.ALL, Progress.NONE));
			assertEquals(Kind.TIMED_OUT, failure.kind());
		} finally {
			over.countDown();
		}
	}

	private static void hold(CountDownLatch until) {
		try {
			until.await();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	@Test
	public void aUserWhoCancelsDoesNotWait() {
		CountDownLatch over = new CountDownLatch(1);
		CountDownLatch asked = new CountDownLatch(1);
		AtomicBoolean cancelled = new AtomicBoolean();
		server.answerWith(exchange -> {
			exchange.getResponseHeaders().set("Content-Type", "multipart/related; boundary=b");
			exchange.sendResponseHeaders(200, 0);
			exchange.getResponseBody().write("--b\r\n\r\nwhole\r\n--b\r\n\r\nhalf".getBytes(StandardCharsets.US_ASCII));
			exchange.getResponseBody().flush();
			hold(over);
		});
		Progress progress = new Progress() {
			@Override
			public void update(double fraction, String doing) {
				// Not looked at.
			}

			@Override
			public boolean isCancelled() { return cancelled.get(); }
		};
		new Thread(() -> {
			hold(asked);
			cancelled.set(true);
		}).start();
		List<String> parts = new ArrayList<>();
		try {
			assertThrows(CancelledException.class, () -> client.retrieveSeries("1.2", "1.3", part -> {
				if (!parts.isEmpty()) asked.countDown();
				parts.add(new String(part.content().readAllBytes(), StandardCharsets.ISO_8859_1));
			}, progress));
		} finally {
			over.countDown();
		}
		assertEquals("what was whole is there", List.of("whole"), parts);
	}

	@Test
	public void nobodyAnswers() throws IOException {
		server.close();
		assertFails(Kind.UNREACHABLE, "Nobody answers at the server's address.", this::studies);
		try (DicomWebClient nowhere = new DicomWebClient(WebServer.of("No", "https://host.invalid/rs"), Credentials.NONE,
				SMALL)) {
			assertFails(Kind.UNREACHABLE, "There is no host of that name. Check the server's address and the network.",
					() -> nowhere.studies(StudyQuery.ALL, Progress.NONE));
		}
	}

	@Test
	public void aServerThatSpeaksNoTlsIsToldOf() throws IOException {
		try (ServerSocket raw = raw("HTTP/1.1 400 Bad Request\r\n\r\n");
				DicomWebClient tls = new DicomWebClient(WebServer.of("No", "https://127.0.0.1:" + raw.getLocalPort() + "/rs"),
						Credentials.NONE, SMALL)) {
			assertFails(Kind.UNREACHABLE,
					"The encrypted connection failed: the server's certificate is not trusted, or it speaks no TLS.",
					() -> tls.studies(StudyQuery.ALL, Progress.NONE));
		}
	}

	private static String references(int tag, String... items) {
		return "\"" + String.format("%08X", tag) + "\":{\"vr\":\"SQ\",\"Value\":["
				+ String.join(",", items) + "]}";
	}

	private static String reference(String uid, String reason) {
		return "{\"00081155\":{\"vr\":\"UI\",\"Value\":[\"" + uid + "\"]}" + reason + "}";
	}

	private List<StoreOutcome> store() throws IOException {
		Path file = Files.writeString(folder.getRoot().toPath().resolve("f"), "content");
		Map<String, Path> files = new java.util.LinkedHashMap<>();
		for (String uid : List.of("1.1", "1.2", "1.3"))
			files.put(uid, file);
		return client.store(files, Progress.NONE);
	}

	@Test
	public void aPartialStoreIsToldOneByOne() throws IOException {
		String body = "{" + references(0x00081199, reference("1.1", ""),
				reference("1.4", ",\"00081196\":{\"vr\":\"US\",\"Value\":[45056]}")) + ","
				+ references(0x00081198, reference("1.2", ",\"00081197\":{\"vr\":\"US\",\"Value\":[290]}")) + "}";
		for (int status : new int[]{200, 202, 409, 400}) {
			server.answerWith(status, JSON, body);
			assertEquals(List.of("stored", "the server does not store objects of this kind (SOP class) (0122)",
					"the server did not say whether it stored it"), store().stream().map(StoreOutcome::words).toList());
		}
		server.answerWith(200, JSON, "{" + references(0x00081199,
				reference("1.1", ",\"00081196\":{\"vr\":\"US\",\"Value\":[45056]}")) + "}");
		assertEquals("stored; the server changed values (B000)", store().get(0).words());
	}

	@Test
	public void aStoreWithoutAClearAnswerIsNotConfirmed() throws IOException {
		for (String[] answer : new String[][]{{"200", "text/html", "fine"}, {"204", null, ""}, {"200", JSON, "{"}}) {
			server.answerWith(Integer.parseInt(answer[0]), answer[1], answer[2]);
			assertTrue(answer[0], store().stream().allMatch(o -> o.kind() == StoreOutcome.Kind.UNCONFIRMED));
		}
		server.answerWith(409, "text/html", "no");
		assertEquals(409, assertThrows(WebException.class, this::store).status());
		server.answerWith(413, "text/html", "no");
		assertFails(Kind.REFUSED, "The server answered 413: that is too much for it at once.", this::store);
		server.answerWith(exchange -> {
			exchange.getResponseHeaders().set("Location", "/dicom-web/studies");
			FakeServer.answer(exchange, 302, null, "");
		});
		assertThrows(WebException.class, this::store);
	}

	@Test
	public void whatIsSentIsWhole() throws IOException {
		List<String> bodies = new ArrayList<>();
		server.answerWith(exchange -> {
			String type = exchange.getRequestHeaders().getFirst("Content-Type");
			bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1)
					.replace(type.substring(type.indexOf("boundary=") + 9), "b").replace("\r\n", "|"));
			FakeServer.answer(exchange, 200, JSON, "{}");
		});
		store();
		String part = "|--b|Content-Type: application/dicom||content";
		assertEquals(List.of(part + part + part + "|--b--|"), bodies);
	}

	@Test
	public void unsafeServersDoNotGetIntoTheList() {
		for (String address : List.of("http://pacs.example.org/rs", "ftp://x/", "pacs", "https://user:pass@x/", "https://x/?a=1",
				"https://x/#a", "https:///x", "http://127.0.0.1.example.org/"))
			assertThrows(address, IllegalArgumentException.class, () -> WebServer.of("A", address));
		assertEquals("https://x/rs", WebServer.of("A", " https://x/rs// ").base().toString());
		WebServer.of("A", "http://localhost:8042/dicom-web");
		new WebServer("A", WebServer.address("http://10.0.0.1/rs"), AuthKind.NONE, "", "", true);
		assertThrows(IllegalArgumentException.class, () -> WebServer.of("A\nB", "https://x"));
		assertThrows("a header that the connection needs", IllegalArgumentException.class,
				() -> new WebServer("A", WebServer.address("https://x"), AuthKind.HEADER, "Host", "", false));
	}

	@Test
	public void theListOfServersIsKeptWithoutSecrets() throws IOException {
		Path file = folder.getRoot().toPath().resolve("sub").resolve("servers.json");
		WebServers none = WebServers.read(file);
		assertThrows(IllegalArgumentException.class, () -> none.require(""));
		WebServer clinic = new WebServer("Clinic", WebServer.address("https://x/rs"), AuthKind.HEADER, "X-Key", "CLINIC_KEY",
				false);
		none.with(WebServer.of("Own", "http://localhost/rs")).with(clinic).write(file);
		assertEquals(clinic, WebServers.read(file).require("Clinic"));
		assertEquals(List.of("Own"), WebServers.read(file).without("Clinic").all().stream().map(WebServer::name).toList());
		assertEquals("There is no server of that name. There are: Own, Clinic.",
				assertThrows(IllegalArgumentException.class, () -> WebServers.read(file).require("x")).getMessage());
		assertEquals("There are several servers: name one. There are: Own, Clinic.",
				assertThrows(IllegalArgumentException.class, () -> WebServers.read(file).require("")).getMessage());
		Files.writeString(file, "{\"servers\":[\n{\"name\":\"A\",\"address\":\"http://example.org\"}]}");
		assertTrue(assertThrows(IOException.class, () -> WebServers.read(file)).getMessage()
				.startsWith("line 2: Over http everybody"));
	}
}
