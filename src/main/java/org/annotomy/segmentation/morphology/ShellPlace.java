package org.annotomy.segmentation.morphology;

/** Which surface of a shell the surface of the hollowed segment becomes. */
public enum ShellPlace {
	/** The shell grows outwards. */
	INSIDE_SURFACE,
	/** Half of the shell lies on each side. */
	MEDIAL_SURFACE,
	/** The shell lies inside. */
	OUTSIDE_SURFACE
}
