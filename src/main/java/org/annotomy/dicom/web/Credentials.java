package org.annotomy.dicom.web;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What tells a server who asks. Lives in memory only; no text of it ever leaves but in the header of a request. */
public final class Credentials {

	/** For a server that wants none. */
	public static final Credentials NONE = new Credentials("", "");

	private final String header;
	private final String value;

	private Credentials(String header, String value) {
		this.header = header;
		this.value = value;
	}

	/** @throws IllegalArgumentException if the user's name holds a colon */
	public static Credentials basic(String user, char[] password) {
		if (user.indexOf(':') >= 0) throw new IllegalArgumentException("The name of a user cannot hold a colon.");
		byte[] pair = (user + ":" + new String(password)).getBytes(StandardCharsets.UTF_8);
		return new Credentials("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
	}

	/** @throws IllegalArgumentException if it is no token */
	public static Credentials bearer(char[] token) {
		return new Credentials("Authorization", "Bearer " + visible(token));
	}

	/** @throws IllegalArgumentException if the value cannot stand in a header */
	public static Credentials header(String name, char[] value) {
		return new Credentials(name, visible(value));
	}

	/**
	 * Those that a server wants, from one text: {@code user:password}, the token, or the value of the header.
	 *
	 * @throws IllegalArgumentException if the text is of another form; the message does not repeat it
	 */
	public static Credentials of(WebServer server, String secret) {
		String text = secret.strip();
		return switch (server.auth()) {
			case NONE -> NONE;
			case BEARER -> bearer(text.toCharArray());
			case HEADER -> header(server.headerName(), text.toCharArray());
			case BASIC -> {
				int colon = text.indexOf(':');
				if (colon < 1) throw new IllegalArgumentException("The credentials must have the form user:password.");
				yield basic(text.substring(0, colon), text.substring(colon + 1).toCharArray());
			}
		};
	}

	private static String visible(char[] value) {
		for (char c : value)
			if (c < 0x20 || c > 0x7e)
				throw new IllegalArgumentException(
						"The credentials hold a character that cannot stand in a header. Copy them again.");
		if (value.length == 0) throw new IllegalArgumentException("The credentials are empty.");
		return new String(value);
	}

	boolean isNone() { return header.isEmpty(); }

	void put(HttpRequest.Builder request) {
		if (!isNone()) request.header(header, value);
	}

	/** Says nothing of what they are. */
	@Override
	public String toString() {
		return isNone() ? "no credentials" : "credentials";
	}
}
