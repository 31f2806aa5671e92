package org.annotomy.dicom.web;

import java.time.Duration;

/**
 * What is taken from a server, and how long it is waited for.
 *
 * @param connect to be connected
 * @param idle without a byte sent or received
 * @param answerBytes of one answer in JSON
 * @param itemTokens of one dataset in JSON: what it may grow to in memory
 * @param partBytes of one part of an answer
 * @param parts in one answer
 */
public record WebLimits(Duration connect, Duration idle, long answerBytes, long itemTokens, long partBytes, int parts) {

	/** For clinical servers. */
	public static final WebLimits DEFAULT = new WebLimits(Duration.ofSeconds(15), Duration.ofSeconds(120), 512L << 20, 2_000_000,
			16L << 30, 100_000);
}
