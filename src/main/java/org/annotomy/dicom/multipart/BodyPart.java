package org.annotomy.dicom.multipart;

import java.io.InputStream;
import java.util.Locale;
import java.util.Map;

/**
 * One part of a body.
 *
 * @param headers by lower-case name; the first of a name counts
 * @param content the bytes; to be read before the next part is asked for, what is left over is skipped. Reading throws
 *            {@link TruncatedBodyException} where the body is cut off, and {@link MultipartException} where the part is too large
 */
public record BodyPart(Map<String, String> headers, InputStream content) {

	public BodyPart {
		headers = Map.copyOf(headers);
	}

	/** A header's value; empty if it is absent. */
	public String header(String name) {
		return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
	}

	public MediaType type() {
		return MediaType.of(header("content-type"));
	}
}
