package org.annotomy.store;

/** Labels could not be opened or saved. The message tells the user what was found and what to do; it names no file. */
public final class StoreException extends Exception {

	/** What kind of refusal it is, for those who can do something about it. */
	public enum Reason {
		/** The labels belong to another image. */
		OTHER_IMAGE,
		/** The labels cannot be read. */
		UNREADABLE,
		/** The disk, the folder or the network refused. */
		FILES,
		/** Somebody else changed the labels, or has them. */
		OTHERS,
		/** The labels may not be written in this state. */
		STATE
	}

	private final Reason reason;

	public StoreException(Reason reason, String message) {
		super(message);
		this.reason = reason;
	}

	public StoreException(Reason reason, String message, Throwable cause) {
		super(message, cause);
		this.reason = reason;
	}

	public Reason reason() {
		return reason;
	}
}
