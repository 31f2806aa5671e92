package org.annotomy.dicom.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.annotomy.dicom.web.WebException.Kind;
import org.annotomy.task.CancelledException;
import org.annotomy.task.Progress;

/** Sends requests to one server: with its credentials, never to another host, cancelled at once, and not waited for without end. */
final class WebConnection implements AutoCloseable {

	private static final int MAX_REDIRECTS = 5;
	private static final int UNAUTHORISED = 401;
	private static final long LOOK_MS = 50;

	private final HttpClient http;
	private final Credentials credentials;
	private final WebLimits limits;
	private final Runnable rejected;
	private final ScheduledExecutorService watcher = Executors.newSingleThreadScheduledExecutor(WebConnection::daemon);

	/** @param rejected is run when the server does not accept the credentials */
	WebConnection(Credentials credentials, WebLimits limits, Runnable rejected) {
		this.rejected = rejected;
		this.credentials = credentials;
		this.limits = limits;
		this.http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(limits.connect())
				.followRedirects(HttpClient.Redirect.NEVER).build();
	}

	private static Thread daemon(Runnable task) {
		Thread thread = new Thread(task, "Annotomy DICOMweb watcher");
		thread.setDaemon(true);
		return thread;
	}

	WebConnection again() {
		return new WebConnection(credentials, limits, rejected);
	}

	WebLimits limits() {
		return limits;
	}

	/**
	 * @return an answer with a status of 2xx
	 * @throws WebException for any other, and if there is none
	 * @throws CancelledException if the user cancelled
	 */
	WebAnswer get(URI address, String accept, Progress progress) throws IOException {
		WebAnswer answer = exchange(address, request -> request.header("Accept", accept).GET(), progress);
		return answer.status() / 100 == 2 ? answer : refuse(answer);
	}

	/**
	 * @param progress is also told how much has been sent, as a fraction
	 * @return an answer with a status of 2xx, or another one that has a body
	 * @throws WebException if there is none, or one of 401, 403, 404, 413, 429 or 5xx
	 */
	WebAnswer post(URI address, String contentType, BodyPublisher body, String accept, Progress progress) throws IOException {
		Activity activity = new Activity(progress, limits.idle());
		BodyPublisher counted = new CountedBody(body, activity);
		activity.sends(body.contentLength());
		WebAnswer answer = exchange(address,
				request -> request.header("Accept", accept).header("Content-Type", contentType).POST(counted), activity);
		boolean perInstance = answer.status() / 100 == 2 || answer.status() == 400 || answer.status() == 409;
		return perInstance ? answer : refuse(answer);
	}

	private WebAnswer refuse(WebAnswer answer) throws IOException {
		answer.close();
		if (answer.status() == UNAUTHORISED) rejected.run();
		throw WebException.ofStatus(answer.status());
	}

	/** What makes a request of a builder that has address and credentials. */
	private interface Shape {
		HttpRequest.Builder of(HttpRequest.Builder request);
	}

	private WebAnswer exchange(URI address, Shape shape, Progress progress) throws IOException {
		return exchange(address, shape, new Activity(progress, limits.idle()));
	}

	private WebAnswer exchange(URI first, Shape shape, Activity activity) throws IOException {
		URI address = first;
		for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
			HttpRequest.Builder request = HttpRequest.newBuilder(address).header("User-Agent", "Annotomy");
			credentials.put(request);
			WebAnswer answer = send(shape.of(request).build(), activity);
			boolean redirect = answer.status() / 100 == 3 && answer.status() != 304;
			if (!redirect) return answer;
			answer.close();
			address = Redirects.follow(address, answer, !credentials.isNone(), shape.of(HttpRequest.newBuilder(address)).build());
		}
		throw new WebException(Kind.BAD_ANSWER, "The server sends from one address to the next without end.");
	}

	private WebAnswer send(HttpRequest request, Activity activity) throws IOException {
		activity.check();
		CompletableFuture<HttpResponse<InputStream>> future = http.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream());
		try {
			HttpResponse<InputStream> response = await(future, activity);
			activity.moved(0);
			InputStream body = new WatchedStream(response.body(), activity, watcher);
			return new WebAnswer(response.statusCode(), response.headers(), decoded(response, body));
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new CancelledException();
		} catch (ExecutionException e) {
			throw ConnectionFailure.of(e.getCause());
		} finally {
			future.cancel(true);
		}
	}

	private static HttpResponse<InputStream> await(CompletableFuture<HttpResponse<InputStream>> future, Activity activity)
			throws InterruptedException, ExecutionException, WebException {
		while (true)
			try {
				return future.get(LOOK_MS, TimeUnit.MILLISECONDS);
			} catch (TimeoutException e) {
				activity.check();
				activity.tell();
			}
	}

	/** Some servers compress although nobody asked them to. */
	private static InputStream decoded(HttpResponse<InputStream> response, InputStream body) throws IOException {
		String encoding = response.headers().firstValue("Content-Encoding").orElse("identity").strip().toLowerCase(Locale.ROOT);
		switch (encoding) {
			case "identity", "" :
				return body;
			case "gzip", "x-gzip" :
				return new GzipBody(body);
			default :
				body.close();
				throw new WebException(Kind.BAD_ANSWER, "The server's answer is encoded in a way that nobody asked for.");
		}
	}

	@Override
	public void close() {
		watcher.shutdownNow();
	}
}
