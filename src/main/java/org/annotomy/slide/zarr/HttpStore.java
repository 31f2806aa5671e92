package org.annotomy.slide.zarr;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

import org.annotomy.image.ImageFormatException;
import org.annotomy.task.Progress;

/**
 * A hierarchy on a web server. Only what lies below the address is asked for, only of the host that the user named, and nothing is sent but
 * that and the authorization.
 */
final class HttpStore implements ZarrStore {

	private static final Duration CONNECT = Duration.ofSeconds(30);
	private static final Duration PATIENCE = Duration.ofSeconds(120);
	private static final long LOOK_MS = 50;
	private static final int MAX_REDIRECTS = 5;
	private static final int TOO_MANY_REQUESTS = 429;

	private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).followRedirects(HttpClient.Redirect.NEVER)
			.build();
	private final WebAddress server;
	private final URI root;
	private final AtomicInteger given = new AtomicInteger();
	private final AtomicInteger forbidden = new AtomicInteger();
	private volatile Progress watcher;

	/**
	 * @param server address of the folder, with what the server wants for it
	 * @param watcher may cancel what is asked for until {@link #opened}
	 */
	HttpStore(WebAddress server, Progress watcher) {
		this.server = server;
		String text = server.uri().toString();
		root = URI.create(text.endsWith("/") ? text : text + "/").normalize();
		this.watcher = watcher;
	}

	/** From now on tiles are asked for, and nobody watches. */
	void opened() {
		watcher = Progress.NONE;
		given.set(0);
		forbidden.set(0);
	}

	@Override
	public byte[] get(String key) throws IOException {
		byte[] bytes = send(key, null, 0, MAX_VALUE);
		if (bytes != null && bytes.length == MAX_VALUE)
			throw new ImageFormatException("A part of the Zarr data is too large.");
		return bytes;
	}

	@Override
	public byte[] get(String key, long offset, int count) throws IOException {
		String range = offset < 0 ? "bytes=" + offset : "bytes=" + offset + "-" + (offset + count - 1);
		byte[] found = send(key, range, offset, count);
		if (found == null || found.length == count) return found;
		throw new ImageFormatException("A part of the Zarr data is cut short, or the server does not give parts of files.");
	}

	/**
	 * The address of a key, whatever characters it holds: keys come from the data, which may be an attack.
	 *
	 * @return null if the key leads out of the hierarchy
	 */
	private URI address(String key) throws IOException {
		try {
			String quoted = URI.create(new URI("http", root.getHost(), "/" + key, null).toASCIIString()).getRawPath();
			URI address = URI.create(root + quoted.substring(1)).normalize();
			return address.toString().startsWith(root.toString()) ? address : null;
		} catch (URISyntaxException | IllegalArgumentException e) {
			throw new ImageFormatException("The description of the Zarr data names a part that no server can have.", e);
		}
	}

	/** @return null if there is no such key */
	private byte[] send(String key, String range, long offset, int count) throws IOException {
		URI address = address(key);
		if (address == null) return null;
		for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
			HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(PATIENCE).GET();
			if (range != null) request.header("Range", range);
			if (server.authorization() != null) request.header("Authorization", server.authorization());
			HttpResponse<byte[]> answer = await(
					client.sendAsync(request.build(), info -> body(info, range != null, offset, count)));
			switch (answer.statusCode()) {
				case 206 :
					given.incrementAndGet();
					return answer.body();
				case 200 :
					given.incrementAndGet();
					return range != null && offset < 0 ? end(answer.body(), offset, count) : answer.body();
				case 403 :
					// Of a key that is not there S3 says so to whoever may not list keys.
					forbidden.incrementAndGet();
					return null;
				case 404, 410 :
					return null;
				case 301, 302, 303, 307, 308 :
					address = server.redirected(address, answer.headers().firstValue("Location").orElse(""));
					break;
				case 401 :
					throw new ImageFormatException("The server of the slide wants other credentials, or any.");
				default :
					throw unexpected(answer.statusCode());
			}
		}
		throw new ImageFormatException("The server of the slide sends from one address to the next without end.");
	}

	/** What a busy server says now may be otherwise soon; then it is no fault of the data. */
	private static IOException unexpected(int status) {
		String words = "The server of the slide answers with the status " + status + " instead of data.";
		return status == TOO_MANY_REQUESTS || status >= 500 ? new IOException(words) : new ImageFormatException(words);
	}

	/** A server that does not know ranges sends all. */
	private static HttpResponse.BodySubscriber<byte[]> body(HttpResponse.ResponseInfo info, boolean part, long offset,
			int count) {
		if (info.statusCode() == 206) return new PartBody(0, count);
		if (info.statusCode() != 200) return new PartBody(0, 0);
		return part && offset >= 0 ? new PartBody(offset, count) : new PartBody(0, MAX_VALUE);
	}

	private static byte[] end(byte[] all, long offset, int count) {
		int from = (int) Math.max(0, all.length + offset);
		return Arrays.copyOfRange(all, from, Math.min(all.length, from + count));
	}

	private HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> future) throws IOException {
		long until = System.nanoTime() + PATIENCE.toNanos();
		try {
			while (true)
				try {
					return future.get(LOOK_MS, TimeUnit.MILLISECONDS);
				} catch (TimeoutException e) {
					watcher.checkCancelled();
					if (System.nanoTime() > until) throw new IOException("The server of the slide does not answer in time.");
				}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException("Reading from the server was interrupted.");
		} catch (ExecutionException e) {
			throw new IOException("The server of the slide cannot be reached, or the connection broke.");
		} finally {
			future.cancel(true);
		}
	}

	/** A single refusal can mean a tile that was left out; nothing but refusals means that the server gives none. */
	@Override
	public Optional<String> remark() {
		return given.get() > 0 || forbidden.get() == 0
				? Optional.empty()
				: Optional.of("The server refuses every tile asked for so far (403): does it need credentials?");
	}

	@Override
	public void close() {
		// The client's connections end by themselves.
	}
}
