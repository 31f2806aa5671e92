package org.annotomy.dicom.web;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Addresses below a server's base, PS3.18 8.2. Every UID in them is checked, every value encoded. */
final class WebAddress {

	private final String base;

	WebAddress(WebServer server) {
		this.base = server.base().toString();
	}

	URI studies() {
		return URI.create(base + "/studies");
	}

	URI study(String study) {
		return URI.create(studies() + "/" + WebUid.require(study, "study"));
	}

	URI series(String study, String series) {
		return URI.create(study(study) + "/series/" + WebUid.require(series, "series"));
	}

	URI instance(String study, String series, String instance) {
		return URI.create(series(study, series) + "/instances/" + WebUid.require(instance, "image"));
	}

	/** @param numbers from 1 */
	URI frames(URI instance, List<Integer> numbers) {
		if (numbers.isEmpty() || numbers.stream().anyMatch(number -> number < 1))
			throw new IllegalArgumentException("Frames are counted from 1.");
		return URI.create(instance + "/frames/" + numbers.stream().map(String::valueOf).collect(Collectors.joining(",")));
	}

	/** Something below an address, such as {@code metadata}. */
	static URI below(URI address, String word) {
		return URI.create(address + "/" + word);
	}

	/** @param parameters names and values as they are, to be encoded */
	static URI query(URI address, List<Map.Entry<String, String>> parameters) {
		if (parameters.isEmpty()) return address;
		return URI.create(address + "?" + parameters.stream().map(p -> encode(p.getKey()) + "=" + encode(p.getValue()))
				.collect(Collectors.joining("&")));
	}

	/** A question mark may stand as it is in a query (RFC 3986 3.4), and Orthanc knows it only so. */
	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("%3F", "?");
	}
}
