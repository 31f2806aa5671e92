package org.annotomy.dicom.web;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

/** A server of this Java machine that behaves as a test wants it to. */
public final class FakeServer implements AutoCloseable {

	private final HttpServer server;
	private final ExecutorService threads = Executors.newCachedThreadPool();
	private final List<String> requests = new CopyOnWriteArrayList<>();
	private volatile HttpHandler handler = exchange -> answer(exchange, 404, "text/plain", "");

	public FakeServer() throws IOException {
		server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.setExecutor(threads);
		server.createContext("/", this::handle);
		server.start();
	}

	private void handle(HttpExchange exchange) throws IOException {
		requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
		try {
			handler.handle(exchange);
		} catch (IOException e) {
			// The client has gone, which some tests want.
		} finally {
			exchange.close();
		}
	}

	/** From now on every request is answered so. */
	public void answerWith(HttpHandler behaviour) {
		handler = behaviour;
	}

	/** From now on every request is answered with this text. */
	public void answerWith(int status, String contentType, String body) {
		handler = exchange -> answer(exchange, status, contentType, body);
	}

	/** Reads the request to its end and answers it; the text is sent in Latin-1, byte by byte. */
	public static void answer(HttpExchange exchange, int status, String contentType, String body) throws IOException {
		answer(exchange, status, contentType, body.getBytes(StandardCharsets.ISO_8859_1));
	}

	/** As above with bytes. */
	public static void answer(HttpExchange exchange, int status, String contentType, byte[] body) throws IOException {
		exchange.getRequestBody().readAllBytes();
		if (contentType != null) exchange.getResponseHeaders().set("Content-Type", contentType);
		exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
		try (OutputStream out = exchange.getResponseBody()) {
			out.write(body);
		}
	}

	/** Method and path of each request so far. */
	public List<String> requests() {
		return requests;
	}

	public int port() {
		return server.getAddress().getPort();
	}

	/** Address of its DICOMweb. */
	public String address() {
		return "http://127.0.0.1:" + port() + "/dicom-web";
	}

	/** An entry of the list of servers for it. */
	public WebServer entry() {
		return WebServer.of("Fake", address());
	}

	@Override
	public void close() {
		server.stop(0);
		threads.shutdownNow();
	}
}
