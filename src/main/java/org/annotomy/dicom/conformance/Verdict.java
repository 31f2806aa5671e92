package org.annotomy.dicom.conformance;

import java.util.Locale;

/**
 * How one file of a manifest came out.
 *
 * @param path as the manifest has it
 * @param reason what was compared and how it came out; of a refused file the message that a user sees
 */
public record Verdict(String path, Outcome outcome, String reason) {

	/** What a line says of a file. */
	public enum Outcome {

		/** All that was read is as the manifest's tools have it. */
		AGREE,
		/** The program says in words why it does not show the file. */
		REFUSED,
		/** Something was read that differs from the manifest, or the reading failed without words. */
		WRONG;

		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT);
		}
	}

	/** Path, outcome and reason with tabs between; one line whatever the texts hold. */
	public String line() {
		return plain(path) + '\t' + outcome + '\t' + plain(reason);
	}

	private static String plain(String text) {
		return text.replaceAll("[\\p{Cntrl}]+", " ");
	}
}
