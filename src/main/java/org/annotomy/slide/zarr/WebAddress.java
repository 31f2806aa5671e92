package org.annotomy.slide.zarr;

import java.net.URI;
import java.net.URISyntaxException;

import org.annotomy.image.ImageFormatException;

/**
 * Where a folder lies on a web server, and what the server wants for it. The address is written into macros and messages, so it holds no
 * password.
 *
 * @param uri http or https, without user, query or fragment
 * @param authorization value of the header of that name, which is never written anywhere; null for none
 */
public record WebAddress(URI uri, String authorization) {

	/**
	 * As the user wrote it.
	 *
	 * @param authorization null or blank for none
	 * @throws ImageFormatException if it is no such address; in words that do not repeat it
	 */
	public static WebAddress of(String text, String authorization) throws ImageFormatException {
		URI uri;
		try {
			uri = new URI(text.strip());
		} catch (URISyntaxException e) {
			throw noAddress();
		}
		if (uri.getScheme() == null || !uri.getScheme().matches("https?") || uri.getHost() == null) throw noAddress();
		if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null)
			throw new ImageFormatException(
					"The address of a slide can hold no user, password or key (nothing with @, ? or #): it would "
							+ "be written into macros. Name an environment variable that holds the value of the Authorization header.");
		String value = authorization == null || authorization.isBlank() ? null : authorization.strip();
		if (value != null && !uri.getScheme().equals("https") && !isThisComputer(uri))
			throw new ImageFormatException("Credentials are sent over https only: everybody on the way could read them.");
		return new WebAddress(uri, value);
	}

	private static ImageFormatException noAddress() {
		return new ImageFormatException("An image on a web server needs an address that begins with http:// or https://.");
	}

	private static boolean isThisComputer(URI uri) {
		return uri.getHost().matches("localhost|127(\\.\\d+){3}|\\[::1]");
	}

	/** The last step of the path, such as {@code slide.zarr}. */
	public String name() {
		String[] steps = uri.getPath() == null ? new String[0] : uri.getPath().split("/");
		return steps.length == 0 || steps[steps.length - 1].isEmpty() ? "OME-Zarr" : steps[steps.length - 1];
	}

	/**
	 * Where a server sends us.
	 *
	 * @throws ImageFormatException if it is not the host that the user named, another program on it (by its port), or no longer encrypted
	 */
	URI redirected(URI from, String location) throws ImageFormatException {
		URI to;
		try {
			to = from.resolve(location);
		} catch (IllegalArgumentException e) {
			throw new ImageFormatException("The server of the slide sends elsewhere but does not say where.");
		}
		boolean upgraded = from.getScheme().equals("http") && "https".equals(to.getScheme());
		boolean same = uri.getHost().equalsIgnoreCase(to.getHost()) && (upgraded || from.getPort() == to.getPort());
		boolean safe = upgraded || from.getScheme().equals(to.getScheme());
		if (!same || !safe)
			throw new ImageFormatException(
					"The server of the slide sends to another host or to a connection without encryption. This "
							+ "was not followed: only the host that you name is asked.");
		return to;
	}

	/** Nothing of the authorization. */
	@Override
	public String toString() {
		return "WebAddress";
	}
}
