package org.annotomy.annotation.model;

import java.util.Locale;

/** How far an object or segment is. */
public enum Status {

	DRAFT, FINAL, REJECTED;

	/** As written in files. */
	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** The status of that key; DRAFT if there is none such. */
	public static Status ofKey(String key) {
		for (Status status : values())
			if (status.key().equals(key)) return status;
		return DRAFT;
	}
}
