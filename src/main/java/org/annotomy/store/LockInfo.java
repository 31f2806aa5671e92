package org.annotomy.store;

import java.time.Instant;

/**
 * Who may change the labels.
 *
 * @param holder us, somebody else, or nobody
 * @param rater pseudonym of who holds it; null if nobody does, or it cannot be read
 * @param since when it was taken, by the clock of who took it; null if unknown
 * @param lastSign last sign of life: by our own clock once we saw one, before that by the clock of who holds it; null if unknown
 * @param stale whether it seems to have been left behind
 * @param words all this for the user
 */
public record LockInfo(Holder holder, String rater, Instant since, Instant lastSign, boolean stale, String words) {

	/** Whose lock it is. */
	public enum Holder {
		US, OTHER, NOBODY
	}

	static LockInfo nobody(String words) {
		return new LockInfo(Holder.NOBODY, null, null, null, false, words);
	}
}
