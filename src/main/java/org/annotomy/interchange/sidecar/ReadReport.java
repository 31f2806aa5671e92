package org.annotomy.interchange.sidecar;

import java.util.List;
import java.util.Optional;

/**
 * What the reader of a sidecar has to tell.
 *
 * @param warnings in words for the user, one sentence each; no text of the file
 * @param readOnly why the labels may not be changed, or null
 */
public record ReadReport(List<String> warnings, String readOnly) {

	public ReadReport {
		warnings = List.copyOf(warnings);
	}

	public Optional<String> readOnlyReason() {
		return Optional.ofNullable(readOnly);
	}
}
