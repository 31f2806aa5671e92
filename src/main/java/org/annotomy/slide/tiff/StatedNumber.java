package org.annotomy.slide.tiff;

/** A size or magnification as scanners' descriptions state it. */
final class StatedNumber {

	private StatedNumber() {}

	/** @param text null if the description has none @return NaN if it is no positive number */
	static double positive(String text) {
		try {
			double value = text == null ? Double.NaN : Double.parseDouble(text.strip());
			return value > 0 && Double.isFinite(value) ? value : Double.NaN;
		} catch (NumberFormatException e) {
			return Double.NaN;
		}
	}
}
