package org.annotomy.annotation;

import java.util.Locale;

/** What an answer without a place is about. */
public enum LabelScope {

	IMAGE, STUDY;

	/** As written in the sidecar. */
	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}
}
