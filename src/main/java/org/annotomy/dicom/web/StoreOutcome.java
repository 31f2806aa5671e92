package org.annotomy.dicom.web;

/**
 * What became of one instance that was sent.
 *
 * @param reason Failure Reason or Warning Reason of the server (PS3.18 table I.2-2), 0 if it gave none
 */
public record StoreOutcome(String sopUid, Kind kind, int reason) {

	/** In short. */
	public enum Kind {
		/** The server has it. */
		STORED,
		/** The server has it but changed something. */
		STORED_WITH_WARNING,
		/** The server does not take it. */
		FAILED,
		/** The server did not say; it may have it. */
		UNCONFIRMED
	}

	public boolean isStored() { return kind == Kind.STORED || kind == Kind.STORED_WITH_WARNING; }

	/** For the user. */
	public String words() {
		return switch (kind) {
			case STORED -> "stored";
			case STORED_WITH_WARNING -> "stored; " + StoreReasons.words(reason);
			case FAILED -> StoreReasons.words(reason);
			case UNCONFIRMED -> "the server did not say whether it stored it";
		};
	}
}
