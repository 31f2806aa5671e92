package org.annotomy.imagej.slide;

import java.util.Locale;

/**
 * A bar of a round length.
 *
 * @param length in units: 1, 2 or 5 times a power of ten
 */
record ScaleBar(double length) {

	private static final double UM_PER_MM = 1000;

	/** The longest round bar of at most so many screen pixels. @param unitsPerPixel of the screen */
	static ScaleBar of(double unitsPerPixel, double mostPixels) {
		double most = unitsPerPixel * Math.max(1, mostPixels);
		double power = Math.pow(10, Math.floor(Math.log10(most)));
		double part = most / power;
		return new ScaleBar((part >= 5 ? 5 : part >= 2 ? 2 : 1) * power);
	}

	/** The length in micrometres or millimetres. */
	String micrometres() {
		return length >= UM_PER_MM ? number(length / UM_PER_MM) + " mm" : number(length) + " µm";
	}

	/** The length in pixels of level 0. */
	String pixels() {
		return number(length) + " px";
	}

	private static String number(double value) {
		return value >= 1 ? String.valueOf(Math.round(value)) : String.format(Locale.ROOT, "%.3g", value).replaceAll("0+$", "");
	}
}
