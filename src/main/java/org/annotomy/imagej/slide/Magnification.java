package org.annotomy.imagej.slide;

import java.util.List;
import java.util.Locale;

import org.annotomy.slide.SlideFacts;

/** Magnifications as pathologists say them: that of the objective with which the scanner, or the eye, sees as much. */
public final class Magnification {

	/** Those of the menu, as powers of an objective. */
	public static final List<Double> POWERS = List.of(1.0, 2.0, 4.0, 10.0, 20.0, 40.0);

	/** What an objective of power 1 shows per pixel: 0.25 µm at 40×. */
	private static final double UM_AT_POWER_1 = 10;

	private Magnification() {}

	/** The objective's power of level 0: as the file says, else from the pixel size; NaN if neither is known. */
	public static double ofLevel0(SlideFacts facts) {
		if (facts.objective() > 0) return facts.objective();
		return facts.hasPixelSize() ? UM_AT_POWER_1 / facts.pixelWidthUm() : Double.NaN;
	}

	/**
	 * Screen pixels per pixel of level 0 at an objective's power.
	 *
	 * @throws IllegalArgumentException if the slide says neither its objective nor its pixel size; in words for the user
	 */
	public static double onScreen(SlideFacts facts, double power) {
		double full = ofLevel0(facts);
		if (Double.isNaN(full))
			throw new IllegalArgumentException(
					"The slide says neither its objective nor its pixel size, so there are no magnifications "
							+ "to choose. Zoom in percent of level 0 instead.");
		return power / full;
	}

	/** Such as {@code 10×}, or {@code 25 %} where the objective is not known. */
	public static String words(SlideFacts facts, double onScreen) {
		double full = ofLevel0(facts);
		if (Double.isNaN(full)) return number(onScreen * 100) + " %";
		return number(onScreen * full) + "×";
	}

	private static String number(double value) {
		if (value >= 10) return String.valueOf(Math.round(value));
		String text = String.format(Locale.ROOT, "%.2f", value);
		return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
	}
}
