package org.annotomy.ui.tool;

import ij.Prefs;

/** How the edge brush finds edges, kept in ImageJ's preferences. */
final class EdgeBrushSettings {

	private static final String GRANULARITY = "annotomy.edgebrush.granularity";
	private static final String SMOOTHING = "annotomy.edgebrush.smoothingmm";
	private static final double MOST_SMOOTH_MM = 100;

	private EdgeBrushSettings() {}

	/** From 0, it stops at each edge, to 1, at none. */
	static double granularity() {
		return Math.max(0, Math.min(1, Prefs.get(GRANULARITY, 0.3)));
	}

	static void setGranularity(double granularity) {
		if (granularity >= 0 && granularity <= 1) Prefs.set(GRANULARITY, granularity);
	}

	/** Standard deviation of the Gaussian that smooths before. */
	static double smoothingMm() {
		return Math.max(0, Math.min(MOST_SMOOTH_MM, Prefs.get(SMOOTHING, 1.0)));
	}

	static void setSmoothingMm(double sd) {
		if (sd >= 0 && sd <= MOST_SMOOTH_MM) Prefs.set(SMOOTHING, sd);
	}
}
