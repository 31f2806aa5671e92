package org.annotomy.annotation;

/** Hears of each edit after it has happened, on the thread that made it. */
@FunctionalInterface
public interface DocumentListener {

	/** How an edit came about. */
	enum Cause {
		EDIT, UNDO, REDO
	}

	/**
	 * @param edit what was done to the document just now: of an undo, the inverse of what the user once did
	 * @param cause how it came about
	 */
	void documentChanged(Edit edit, Cause cause);
}
