package org.annotomy.dicom.transfer;

import org.annotomy.dicom.web.StoreOutcome;

/** What became of an object that was to be sent, in words for the user. */
public record SendResult(String sopUid, StoreOutcome.Kind kind, String words) {

	public boolean isStored() {
		return kind == StoreOutcome.Kind.STORED || kind == StoreOutcome.Kind.STORED_WITH_WARNING;
	}
}
