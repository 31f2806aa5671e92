package org.annotomy.store;

import java.time.Instant;
import java.util.List;

/** Work of an earlier session that is in no sidecar, because the session ended before it was saved. */
public final class PendingWork {

	/** Does what the user decides. */
	interface Decision {

		List<String> recover() throws StoreException;

		void discard() throws StoreException;
	}

	private final EditSummary summary;
	private final List<String> raters;
	private final boolean ontoOthers;
	private final String words;
	private final Decision decision;

	PendingWork(EditSummary summary, List<String> raters, boolean ontoOthers, String words, Decision decision) {
		this.summary = summary;
		this.raters = List.copyOf(raters);
		this.ontoOthers = ontoOthers;
		this.words = words;
		this.decision = decision;
	}

	/** How many edits. */
	public long count() {
		return summary.count();
	}

	/** Names of the edits, the oldest first; of very many only the newest. */
	public List<String> names() {
		return summary.names();
	}

	/** When the last of them was made. */
	public Instant newest() {
		return Instant.ofEpochMilli(summary.millis());
	}

	/** Pseudonyms of those who made them. */
	public List<String> raters() {
		return raters;
	}

	/** Whether the labels have been saved otherwise since, so that the work has to be merged into them. */
	public boolean mergesIntoNewerLabels() {
		return ontoOthers;
	}

	/** All this for the user. */
	public String words() {
		return words;
	}

	/**
	 * Makes the edits happen to the document, as edits that can be undone. On the thread that changes the document, best before other edits.
	 *
	 * @return what could not be done as it was, for the user; empty as a rule
	 * @throws StoreException if the journal cannot be read or the labels cannot be changed; then the work is still pending
	 */
	public List<String> recover() throws StoreException {
		return decision.recover();
	}

	/**
	 * Lets the work be. Its journal stays among the versions for a month.
	 *
	 * @throws StoreException if the folder fails; then the work is still pending
	 */
	public void discard() throws StoreException {
		decision.discard();
	}
}
