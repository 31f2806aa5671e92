package org.annotomy.dicom.conformance;

import java.util.Map;
import java.util.stream.Collectors;

import org.annotomy.dicom.web.AuthKind;
import org.annotomy.dicom.web.WebLimits;
import org.annotomy.dicom.web.WebServices;

/** What the conformance statement says of DICOMweb, from the client that does it. */
final class WebTables {

	private static final Map<AuthKind, String> SENT = Map.of(AuthKind.NONE, "nothing", AuthKind.BASIC,
			"user and password (RFC 7617)",
			AuthKind.BEARER, "a token (RFC 6750), which is neither fetched nor renewed", AuthKind.HEADER,
			"a header of the server's own");

	private WebTables() {}

	static String transactions() {
		return "| service | request | accepted, or sent | used |\n|---|---|---|---|\n" + WebServices.all().stream()
				.map(one -> "| " + one.service() + " | `" + one.method() + " " + one.resource() + "` | "
						+ one.mediaTypes().stream().map(type -> "`" + type + "`").collect(Collectors.joining(", else ")) + " | "
						+ one.use()
						+ " |\n")
				.collect(Collectors.joining());
	}

	static String credentials() {
		StringBuilder table = new StringBuilder("| credentials | sent |\n|---|---|\n");
		for (AuthKind kind : AuthKind.values())
			table.append("| `").append(kind).append("` | ").append(SENT.get(kind)).append(" |\n");
		return table.toString();
	}

	static String limits() {
		WebLimits limits = WebLimits.DEFAULT;
		return "| what | limit |\n|---|---|\n| to be connected; silence in a running exchange | " + limits.connect().toSeconds()
				+ " s; "
				+ limits.idle().toSeconds() + " s |\n| one study, series or image in an answer to a search | "
				+ megabytes(limits.rowBytes()) + " |\n| one dataset of metadata; one answer in JSON | "
				+ megabytes(limits.datasetBytes()) + "; " + megabytes(limits.answerBytes())
				+ " |\n| one part of an answer; parts | "
				+ megabytes(limits.partBytes()) + "; " + limits.parts() + " |\n";
	}

	private static String megabytes(long bytes) {
		return (bytes >> 20) + " MB";
	}
}
