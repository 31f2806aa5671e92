package org.annotomy.followup;

/** What was seen of a lesion at one time point. */
public enum Presence {

	/** Marked, and measured if its role asks for that. */
	PRESENT("present"),
	/** Still there, but too small for a measurement: counts as {@value LesionState#TOO_SMALL_MM} mm. */
	TOO_SMALL("too small"),
	/** Looked for and gone. */
	ABSENT("gone"),
	/** Nobody has said. */
	NOT_EVALUATED("not evaluated");

	private final String words;

	Presence(String words) {
		this.words = words;
	}

	/** As tables say it. */
	public String words() {
		return words;
	}
}
