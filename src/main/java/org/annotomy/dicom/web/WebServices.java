package org.annotomy.dicom.web;

import java.util.List;

/** The transactions of PS3.18 that this client asks a server for, and the media types that it accepts and sends. */
public final class WebServices {

	static final String JSON = JsonAnswer.ACCEPT;
	static final String DICOM = "application/dicom";
	static final String PARTS = "multipart/related; type=\"" + DICOM + "\"";
	static final String FRAMES = "multipart/related; type=\"application/octet-stream\"";
	static final String PICTURE = "image/jpeg";
	private static final String AS_STORED = "; transfer-syntax=*";
	static final String PARTS_AS_STORED = PARTS + AS_STORED;
	static final String FRAMES_AS_STORED = FRAMES + AS_STORED;

	private WebServices() {}

	/**
	 * One transaction.
	 *
	 * @param service as PS3.18 calls it
	 * @param resource below the server's address
	 * @param mediaTypes that are accepted, or sent
	 * @param use what for, a phrase
	 */
	public record Transaction(String service, String method, String resource, List<String> mediaTypes, String use) {}

	/** All of them, search first. */
	public static List<Transaction> all() {
		String series = "/studies/{study}/series/{series}";
		String instance = series + "/instances/{instance}";
		List<String> files = List.of(PARTS_AS_STORED, PARTS);
		return List.of(search("/studies", "to list studies"), search("/studies/{study}/series", "to list series"),
				search(series + "/instances", "to list images"),
				get("Retrieve (WADO-RS)", "/studies/{study}", files, "in Java only"),
				get("Retrieve (WADO-RS)", series, files, "to open a series whole"),
				get("Retrieve (WADO-RS)", instance, files,
						"for what is missing of a series, and for the header of a large film: the rest of the answer is then not read"),
				get("Retrieve Metadata (WADO-RS)", series + "/metadata", List.of(JSON), "in Java only"),
				get("Retrieve Frames (WADO-RS)", instance + "/frames/{frames}", List.of(FRAMES_AS_STORED, FRAMES),
						"for frames that are shown, up to eight in a request"),
				get("Retrieve Rendered (WADO-RS)", instance + "/rendered", List.of(PICTURE), "for a thumbnail"),
				get("Retrieve Rendered (WADO-RS)", series + "/thumbnail", List.of(PICTURE), "for a thumbnail"),
				new Transaction("Store (STOW-RS)", "POST", "/studies", List.of(PARTS), "to send files and annotations"));
	}

	private static Transaction search(String resource, String use) {
		return get("Search (QIDO-RS)", resource, List.of(JSON), use);
	}

	private static Transaction get(String service, String resource, List<String> mediaTypes, String use) {
		return new Transaction(service, "GET", resource, mediaTypes, use);
	}
}
