package org.annotomy.dicom.web;

import java.util.Locale;

/** How a server wants to be told who asks. */
public enum AuthKind {
	/** Not at all. */
	NONE,
	/** User and password, RFC 7617. */
	BASIC,
	/** A token such as OAuth 2 gives, RFC 6750. */
	BEARER,
	/** A header of the server's own. */
	HEADER;

	/** The word for it in files and macros. */
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}
}
