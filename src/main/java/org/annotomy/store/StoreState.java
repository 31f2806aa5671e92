package org.annotomy.store;

import java.time.Instant;

/**
 * How safe the work is now.
 *
 * @param words for the user, one or two sentences
 * @param since when it became so
 */
public record StoreState(Kind kind, String words, Instant since) {

	/** From the best to the worst. */
	public enum Kind {
		/** All is in the sidecar. */
		SAVED,
		/** Edits since the last save are in the journal beside the image, or on their way there. */
		UNSAVED,
		/** A save is under way. */
		SAVING,
		/** The labels cannot be changed here. */
		READ_ONLY,
		/** The folder of the image takes nothing: the work is kept on this computer instead, or, as the words say, in memory alone. */
		RECOVERY_PLACE
	}
}
