package org.annotomy.annotation.model;

import java.util.Locale;

/** How much of a structure is seen where it was marked, as far as other structures lie over it. */
public enum Occlusion {

	/** Nothing lies over it, or what does lets all of it through. */
	NONE("fully visible"),
	/** A part of it is covered. */
	PARTLY_COVERED("partly covered"),
	/** It is hidden: its outline is what the rater takes it to be. */
	INFERRED("hidden, outline inferred");

	private final String words;

	Occlusion(String words) {
		this.words = words;
	}

	/** As tables and macros say it. */
	public String words() {
		return words;
	}

	/** As written in files. */
	public String key() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** The state of that key; null if there is none such. */
	public static Occlusion ofKey(String key) {
		for (Occlusion state : values())
			if (state.key().equals(key)) return state;
		return null;
	}
}
