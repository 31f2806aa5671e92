package org.annotomy.dicom.web;

import java.time.Duration;

/**
 * What is taken from a server, and how long it is waited for.
 *
 * @param connect to be connected
 * @param idle without a byte sent or received
 * @param answerBytes of one answer in JSON
 * @param rowBytes of one study, series or image in an answer to a search
 * @param datasetBytes of any other dataset in JSON
 * @param partBytes of one part of an answer
 * @param parts in one answer
 */
public record WebLimits(Duration connect, Duration idle, long answerBytes, long rowBytes, long datasetBytes, long partBytes,
		int parts) {

	/** For clinical servers. */
	public static final WebLimits DEFAULT = new WebLimits(Duration.ofSeconds(15), Duration.ofSeconds(120), 512L << 20, 1 << 20,
			16 << 20, 16L << 30, 100_000);
}
