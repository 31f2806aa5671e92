package org.annotomy.dicom.web;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Set;

import org.annotomy.dicom.web.WebException.Kind;

/** Where a server may send us: elsewhere on itself, never from https to http, and with credentials never to another host. */
final class Redirects {

	/** Those that keep method and body. */
	private static final Set<Integer> SAME_METHOD = Set.of(307, 308);

	private Redirects() {}

	/** @throws WebException if it is not followed */
	static URI follow(URI from, WebAnswer answer, boolean withCredentials, HttpRequest request) throws WebException {
		if (!request.method().equals("GET") && !SAME_METHOD.contains(answer.status()))
			throw new WebException(Kind.BAD_ANSWER, answer.status(),
					"The server sends elsewhere in a way that would lose what is being sent. Correct the server's address.",
					null);
		URI to = target(from, answer);
		if (from.getScheme().equalsIgnoreCase("https") && !"https".equalsIgnoreCase(to.getScheme()))
			throw unsafe("The server sends from https to a connection without encryption.");
		if (!"https".equalsIgnoreCase(to.getScheme()) && !"http".equalsIgnoreCase(to.getScheme()) || to.getHost() == null)
			throw unsafe("The server sends to something that is no web address.");
		boolean sameHost = to.getHost().equalsIgnoreCase(from.getHost()) && port(to) == port(from);
		if (!sameHost && (withCredentials || !request.method().equals("GET")))
			throw unsafe("The server sends to another host. Credentials and images go only to the one that you named.");
		if (!sameHost && "http".equalsIgnoreCase(to.getScheme()) && !WebServer.isLoopback(to.getHost()))
			throw unsafe("The server sends to another host without encryption.");
		return to;
	}

	private static URI target(URI from, WebAnswer answer) throws WebException {
		try {
			return from.resolve(answer.headers().firstValue("Location").orElseThrow());
		} catch (RuntimeException e) {
			throw new WebException(Kind.BAD_ANSWER, "The server sends elsewhere but does not say where.");
		}
	}

	private static int port(URI address) {
		if (address.getPort() >= 0) return address.getPort();
		return address.getScheme().equalsIgnoreCase("https") ? 443 : 80;
	}

	private static WebException unsafe(String message) {
		return new WebException(Kind.UNSAFE, message + " This was not followed.");
	}
}
