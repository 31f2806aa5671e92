package org.annotomy.slide.zarr;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;

import org.annotomy.image.ImageFormatException;

/** A hierarchy on a web server. Only what lies below the address is asked for; nothing is sent but that. */
final class HttpStore implements ZarrStore {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).followRedirects(HttpClient.Redirect.NORMAL)
			.build();
	private final URI root;

	/** @param address of the folder; with or without a slash at its end */
	HttpStore(URI address) {
		String text = address.toString();
		root = URI.create(text.endsWith("/") ? text : text + "/");
	}

	@Override
	public byte[] get(String key) throws IOException {
		return send(HttpRequest.newBuilder(root.resolve(key)), 0, MAX_VALUE, false);
	}

	@Override
	public byte[] get(String key, long offset, int count) throws IOException {
		String range = offset < 0 ? "bytes=" + offset : "bytes=" + offset + "-" + (offset + count - 1);
		byte[] found = send(HttpRequest.newBuilder(root.resolve(key)).header("Range", range), offset, count, true);
		if (found == null || found.length == count) return found;
		throw new ImageFormatException("A part of the Zarr data is cut short, or the server does not give parts of files.");
	}

	private byte[] send(HttpRequest.Builder request, long offset, int count, boolean part) throws IOException {
		try {
			HttpResponse<InputStream> answer = client.send(request.timeout(PATIENCE).GET().build(),
					HttpResponse.BodyHandlers.ofInputStream());
			try (InputStream body = answer.body()) {
				return switch (answer.statusCode()) {
					case 206 -> body.readNBytes(count);
					case 200 -> part ? cut(body, offset, count) : whole(body);
					case 404, 403, 410 -> null;
					default -> throw new ImageFormatException(
							"The server of the slide answers with the status " + answer.statusCode() + " instead of data.");
				};
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IOException("Reading from the server was interrupted.", e);
		}
	}

	private static byte[] whole(InputStream body) throws IOException {
		byte[] bytes = body.readNBytes(MAX_VALUE);
		if (bytes.length == MAX_VALUE) throw new ImageFormatException("A part of the Zarr data is too large.");
		return bytes;
	}

	/** A server that does not know ranges sends all. */
	private static byte[] cut(InputStream body, long offset, int count) throws IOException {
		if (offset >= 0) {
			body.skipNBytes(offset);
			return body.readNBytes(count);
		}
		byte[] all = whole(body);
		return Arrays.copyOfRange(all, (int) Math.max(0, all.length + offset), (int) Math.max(0, all.length + offset) + count);
	}

	@Override
	public void close() {
		// The client's connections end by themselves.
	}
}
