package org.annotomy.imagej.display;

import org.annotomy.image.Window;
import org.annotomy.imagej.WindowTables;

import ij.process.LUT;

/**
 * What one channel was last shown through.
 *
 * @param preset its name, or null
 * @param plain colours without the window's bend
 * @param lut the table that was set, display range included
 */
record Shown(Window window, String preset, LUT plain, LUT lut) {

	/** Is that still what is shown? The user may have moved the range or chosen other colours. */
	boolean isStill(LUT current) {
		boolean sameRange = current.min == lut.min && current.max == lut.max;
		return sameRange && (WindowTables.sameColours(plain, lut) || hasColours(current));
	}

	boolean hasColours(LUT current) {
		return WindowTables.sameColours(current, lut);
	}
}
