package org.annotomy.imagej.session;

import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.store.StoreOptions;

/**
 * How annotations are opened.
 *
 * @param protocol for an image that has no labels yet; null to choose by modality and body part
 * @param recovery what to do with work that a crash has left in the journal
 * @param store rater, recovery folder, lock policy
 */
public record SessionOptions(Protocol protocol, Recovery recovery, StoreOptions store) {

	/** What to do with work that a crash has left in the journal. */
	public enum Recovery {
		/** Bring it back. */
		RECOVER,
		/** Put it aside under the versions. */
		DISCARD,
		/** Leave it to the user: the session's store offers it. */
		ASK
	}
}
