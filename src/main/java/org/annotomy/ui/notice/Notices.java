package org.annotomy.ui.notice;

/** Where short words for the user go: a line that does not interrupt. */
@FunctionalInterface
public interface Notices {

	/**
	 * @param words one sentence
	 * @param refusal whether something the user wanted was not done
	 */
	void tell(String words, boolean refusal);

	/** Runs the action; a refusal by the document or the protocol is told in its own words instead of thrown. */
	default void guard(Runnable action) {
		try {
			action.run();
		} catch (IllegalArgumentException | IllegalStateException e) {
			tell(e.getMessage(), true);
		}
	}
}
