package org.annotomy.imagej.web;

import java.util.Locale;

/** How much of a series comes before it is shown. */
public enum Fetch {
	/** Films and stacks of many megabytes frame by frame, everything else whole. */
	AUTO,
	/** Images of several frames always frame by frame, where the server can do that. */
	FRAMES,
	/** All of it. */
	WHOLE;

	/** @throws IllegalArgumentException if there is no such choice */
	public static Fetch of(String name) {
		return valueOf(name.toUpperCase(Locale.ROOT));
	}
}
