package org.annotomy.dicom.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A DICOMweb server as the user's list keeps it. No secret is in it.
 *
 * @param name by which the user calls it
 * @param base address under which {@code /studies} lies; https, or http on this computer, or http that the user has confirmed
 * @param auth what credentials it wants
 * @param headerName of the header for {@link AuthKind#HEADER}, else empty
 * @param secretVariable environment variable that macros take the credentials from; empty for none
 * @param plainHttp whether the user has confirmed that this server is talked to without encryption
 */
public record WebServer(String name, URI base, AuthKind auth, String headerName, String secretVariable, boolean plainHttp) {

	private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,39}");
	private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9-]{1,64}");
	private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,99}");
	private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
	/** Headers that the connection itself needs. */
	private static final Set<String> RESERVED = Set.of("host", "connection", "content-length", "content-type", "expect",
			"upgrade",
			"transfer-encoding", "accept", "te", "trailer");

	/** @throws IllegalArgumentException if the address is not safe or something is missing; the message says what to do */
	public WebServer {
		Objects.requireNonNull(base, "base");
		Objects.requireNonNull(auth, "auth");
		if (!NAME.matcher(name).matches())
			throw new IllegalArgumentException(
					"A server's name has up to 40 letters, digits, blanks, points, hyphens and underscores.");
		checkAddress(base, plainHttp);
		boolean named = HEADER.matcher(headerName).matches() && !RESERVED.contains(headerName.toLowerCase(Locale.ROOT));
		if (auth == AuthKind.HEADER ? !named : !headerName.isEmpty())
			throw new IllegalArgumentException(auth == AuthKind.HEADER
					? "Credentials in a header need that header's name: letters, digits and hyphens."
					: "The name of a header is only for credentials of the kind header.");
		if (!secretVariable.isEmpty() && !VARIABLE.matcher(secretVariable).matches())
			throw new IllegalArgumentException("The name of an environment variable has letters, digits and underscores.");
	}

	/** A server without credentials. */
	public static WebServer of(String name, String address) {
		return new WebServer(name, address(address), AuthKind.NONE, "", "", false);
	}

	/**
	 * The address that a user has typed, without slashes at its end.
	 *
	 * @throws IllegalArgumentException if it is no address
	 */
	public static URI address(String text) {
		try {
			return new URI(text.strip().replaceAll("/+$", ""));
		} catch (URISyntaxException e) {
			throw new IllegalArgumentException("That is not an address. An example: https://pacs.example.org/dicom-web");
		}
	}

	private static void checkAddress(URI base, boolean plainHttp) {
		String scheme = base.getScheme() == null ? "" : base.getScheme().toLowerCase(Locale.ROOT);
		if (!scheme.equals("https") && !scheme.equals("http") || base.getHost() == null)
			throw new IllegalArgumentException(
					"A server's address begins with https:// and names a host, such as https://pacs.example.org/dicom-web.");
		if (base.getRawUserInfo() != null)
			throw new IllegalArgumentException(
					"Leave user and password out of the address: they are asked for when they are needed.");
		if (base.getRawQuery() != null || base.getRawFragment() != null)
			throw new IllegalArgumentException("A server's address ends with its path: leave out what follows ? or #.");
		if (scheme.equals("http") && !plainHttp && !isLoopback(base.getHost()))
			throw new IllegalArgumentException("Over http everybody on the way can read patients' data and your credentials."
					+ " Use https, or confirm for this server that you want plain http.");
	}

	/** Whether that host is this computer. */
	static boolean isLoopback(String host) {
		return LOOPBACK.contains(host.toLowerCase(Locale.ROOT)) || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
	}
}
